-- Which documents pass the filters, newest first, one sheet of them?
WITH chosen AS MATERIALIZED (
    SELECT id
    FROM searched($sectors, $kinds, $statuses, $weeks, $signed_from, $signed_to, $terms)
    ORDER BY id DESC
    LIMIT $limit OFFSET $offset
)
SELECT * EXCLUDE (id, series, series_number, digest)
FROM decisions
WHERE id IN (FROM chosen)
ORDER BY id DESC;
