-- What looks odd in these documents?
SELECT decision AS id, rule, fact, text_vi, text_en, evidence
FROM flags
WHERE decision IN (SELECT unnest($documents::INTEGER[]))
ORDER BY position;
