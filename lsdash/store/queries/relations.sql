-- Which other documents do these stand on?
SELECT decision AS id, * EXCLUDE (decision)
FROM relations
WHERE decision IN (SELECT unnest($documents::INTEGER[]))
ORDER BY position;
