-- What does this document not say?
SELECT * EXCLUDE (decision)
FROM silences
WHERE decision = numbered($decision)
ORDER BY position;
