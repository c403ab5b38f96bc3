-- On which lines does this document compare its options?
SELECT * EXCLUDE (decision)
FROM dimensions
WHERE decision = $document
ORDER BY position;
