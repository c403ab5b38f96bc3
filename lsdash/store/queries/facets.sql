-- How many documents would each value of each filter show, the other filters kept?
WITH pool AS (
    SELECT sector, kind, status, bulletin
    FROM searched([], [], [], [], $signed_from, $signed_to, $terms)
)
SELECT 'sector' AS facet, sector AS value, count(*) AS documents
FROM pool
WHERE (len($kinds) = 0 OR list_contains($kinds, kind))
  AND (len($statuses) = 0 OR list_contains($statuses, status))
  AND (len($weeks) = 0 OR list_contains($weeks, bulletin))
GROUP BY value
UNION ALL
SELECT 'kind', kind, count(*)
FROM pool
WHERE (len($sectors) = 0 OR list_contains($sectors, sector))
  AND (len($statuses) = 0 OR list_contains($statuses, status))
  AND (len($weeks) = 0 OR list_contains($weeks, bulletin))
GROUP BY kind
UNION ALL
SELECT 'status', status, count(*)
FROM pool
WHERE (len($sectors) = 0 OR list_contains($sectors, sector))
  AND (len($kinds) = 0 OR list_contains($kinds, kind))
  AND (len($weeks) = 0 OR list_contains($weeks, bulletin))
GROUP BY status
UNION ALL
SELECT 'week', bulletin, count(*)
FROM pool
WHERE (len($sectors) = 0 OR list_contains($sectors, sector))
  AND (len($kinds) = 0 OR list_contains($kinds, kind))
  AND (len($statuses) = 0 OR list_contains($statuses, status))
GROUP BY bulletin
ORDER BY facet, value;
