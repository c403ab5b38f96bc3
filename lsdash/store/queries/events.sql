-- Which events of these kinds were reported in this span of days, oldest first?
SELECT *
FROM events
WHERE (len($kinds) = 0 OR list_contains($kinds, kind))
  AND ($day_from::DATE IS NULL OR coalesce(date_to, date_from) >= $day_from)
  AND ($day_to::DATE IS NULL OR date_from <= $day_to)
ORDER BY date_from, id;
