-- Which other documents does this one stand on?
SELECT * EXCLUDE (decision)
FROM relations
WHERE decision = $document
ORDER BY position;
