-- Which numbers have the documents that were signed in these days?
SELECT coalesce(min(id), 0) AS first, coalesce(max(id) + 1, 0) AS past
FROM decisions
WHERE ($signed_from::DATE IS NULL OR signed_on >= $signed_from)
  AND ($signed_to::DATE IS NULL OR signed_on <= $signed_to);
