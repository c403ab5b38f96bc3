-- Which weeks are here, newest first, and how many documents, and topics without one, has each?
SELECT
    bulletins.* EXCLUDE (invented),
    coalesce(held.documents, 0) AS documents,
    coalesce(told.topics, 0) AS topics
FROM bulletins
LEFT JOIN week_digests AS held ON held.week = bulletins.slug
LEFT JOIN (SELECT bulletin, count(*) AS topics FROM topics GROUP BY bulletin) AS told
    ON told.bulletin = bulletins.slug
ORDER BY bulletins.slug DESC;
