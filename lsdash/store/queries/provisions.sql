-- What does this document provide without a figure?
SELECT * EXCLUDE (decision)
FROM provisions
WHERE decision = $document
ORDER BY position;
