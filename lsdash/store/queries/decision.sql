-- What is this document?
SELECT * EXCLUDE (id, series, series_number, digest) FROM decisions WHERE id = numbered($decision);
