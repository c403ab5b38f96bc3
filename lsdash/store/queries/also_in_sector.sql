-- Which documents have one of these sectors as a second one only, newest first?
SELECT * EXCLUDE (id, series, series_number, digest)
FROM searched([], $kinds, $statuses, $weeks, $signed_from, $signed_to, $terms)
WHERE list_has_any(second_sectors, $sectors) AND NOT list_contains($sectors, sector)
ORDER BY id DESC
LIMIT $limit;
