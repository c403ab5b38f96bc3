-- Which of the selected documents hold facts of these measures, newest first?
SELECT * EXCLUDE (id, series, series_number)
FROM searched($sectors, $kinds, $statuses, $weeks, $signed_from, $signed_to, $terms)
WHERE id IN (SELECT decision FROM facts WHERE list_contains($measures, measure))
ORDER BY id DESC;
