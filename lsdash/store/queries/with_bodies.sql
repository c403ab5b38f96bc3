-- Which of the selected documents set up bodies, newest first?
SELECT * EXCLUDE (id, series, series_number, digest)
FROM searched($sectors, $kinds, $statuses, $weeks, $signed_from, $signed_to, $terms)
WHERE id IN (SELECT decision FROM bodies)
ORDER BY id DESC;
