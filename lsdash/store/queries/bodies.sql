-- Which bodies does this document set up?
SELECT * EXCLUDE (decision)
FROM bodies
WHERE decision = $document
ORDER BY position;
