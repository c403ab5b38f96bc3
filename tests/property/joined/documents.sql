-- What are these documents, newest first?
SELECT * EXCLUDE (id, series, series_number, digest)
FROM decisions
WHERE id IN (SELECT unnest($documents::INTEGER[]))
ORDER BY id DESC;
