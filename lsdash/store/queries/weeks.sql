-- Which weeks are here, newest first, and how many documents, and topics without one, has each?
SELECT
    bulletins.* EXCLUDE (invented),
    coalesce(held.documents, 0) AS documents,
    (SELECT count(*) FROM topics WHERE topics.bulletin = bulletins.slug) AS topics
FROM bulletins
LEFT JOIN week_digests AS held ON held.week = bulletins.slug
ORDER BY slug DESC;
