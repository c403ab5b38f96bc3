-- Who must do what by when in these documents, soonest first?
SELECT
    document.slug AS decision, number, kind, signed_on, status, sector, bulletin, addressed_to_vi,
    addressed_to_en, short_title_vi, short_title_en, document.lead_vi AS document_lead_vi,
    document.lead_en AS document_lead_en, due.* EXCLUDE (decision)
FROM due
JOIN (FROM decisions WHERE id IN (SELECT unnest($documents::INTEGER[]))) AS document ON document.id = due.decision
WHERE due.decision IN (SELECT unnest($documents::INTEGER[]))
ORDER BY due.deadline NULLS LAST, document.id DESC, what, fact, due.paragraph;
