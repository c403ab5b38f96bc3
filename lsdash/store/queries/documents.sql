-- What are these documents?
SELECT * EXCLUDE (series, series_number, digest)
FROM decisions
WHERE id IN (SELECT unnest($documents::INTEGER[]));
