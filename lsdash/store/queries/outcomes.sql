-- What was reported later about these documents (all when none is named), oldest first?
SELECT *
FROM outcomes
WHERE len($documents) = 0 OR list_contains($documents, decision)
ORDER BY coalesce(period_to, period_from), id;
