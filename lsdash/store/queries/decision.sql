-- What is this document?
SELECT * EXCLUDE (id, series, series_number) FROM decisions WHERE id = numbered($decision);
