-- Which weeks are here, newest first, and how many documents has each?
SELECT bulletins.* EXCLUDE (invented), held.documents
FROM bulletins
JOIN (SELECT bulletin, count(*) AS documents FROM decisions GROUP BY bulletin) AS held
    ON held.bulletin = bulletins.slug
ORDER BY slug DESC;
