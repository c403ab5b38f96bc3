-- What does this document not say?
SELECT * EXCLUDE (decision)
FROM silences
WHERE decision = $document
ORDER BY position;
