-- Which options does this document put forward?
SELECT * EXCLUDE (decision)
FROM options
WHERE decision = $document
ORDER BY number;
