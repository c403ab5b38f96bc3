-- Who must do what by when in these documents?
SELECT decision AS id, * EXCLUDE (decision)
FROM due
WHERE decision IN (SELECT unnest($documents::INTEGER[]));
