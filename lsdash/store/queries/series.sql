-- Of each yearly series with more than one number among these documents, how many numbers do we hold between its first and last?
SELECT
    series,
    min(series_number) AS first_number,
    max(series_number) AS last_number,
    count(*) AS held,
    list(series_number ORDER BY series_number) AS numbers
FROM decisions
WHERE id IN (SELECT unnest($documents::INTEGER[]))
GROUP BY series
HAVING count(*) > 1
ORDER BY held DESC, series;
