-- What looks odd in these documents, newest document first?
SELECT
    document.slug AS decision, document.number, document.signed_on, document.status,
    document.short_title_vi, document.short_title_en,
    rule, fact, text_vi, text_en, evidence
FROM flags
JOIN (FROM decisions WHERE id IN (SELECT unnest($documents::INTEGER[]))) AS document ON document.id = flags.decision
WHERE flags.decision IN (SELECT unnest($documents::INTEGER[]))
ORDER BY flags.decision DESC, flags.position;
