-- Who must do what by when in these documents, soonest first?
SELECT
    document.slug AS decision, number, signed_on, status, sector, bulletin, addressed_to_vi,
    addressed_to_en, short_title_vi, short_title_en, due.* EXCLUDE (decision)
FROM due
JOIN decisions AS document ON document.id = due.decision
WHERE due.decision IN (SELECT unnest($documents::INTEGER[]))
ORDER BY due.deadline NULLS LAST, document.id DESC, what, fact, due.paragraph;
