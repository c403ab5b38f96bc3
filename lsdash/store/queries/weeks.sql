-- Which weeks are here, newest first, and how many documents has each?
SELECT bulletins.* EXCLUDE (invented), held.documents
FROM bulletins
JOIN week_digests AS held ON held.week = bulletins.slug
ORDER BY slug DESC;
