-- What was reported of these measures in this span of days, oldest first?
SELECT *
FROM observations
WHERE (len($measures) = 0 OR list_contains($measures, measure))
  AND ($day_from::DATE IS NULL OR period_to >= $day_from)
  AND ($day_to::DATE IS NULL OR period_from <= $day_to)
ORDER BY period_from, period_to, id;
