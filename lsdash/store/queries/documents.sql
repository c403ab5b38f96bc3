-- What are these documents, newest first?
SELECT * EXCLUDE (id, series, series_number, digest)
FROM decisions
WHERE slug IN (SELECT unnest($documents::VARCHAR[]))
ORDER BY id DESC;
