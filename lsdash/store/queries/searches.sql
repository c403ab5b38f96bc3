-- Which outcomes of these documents (of all when none is named) were looked for?
SELECT *
FROM searches
WHERE len($documents) = 0 OR list_contains($documents, decision)
ORDER BY decision, fact NULLS FIRST;
