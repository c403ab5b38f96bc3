-- On which lines does this document compare its options?
SELECT dimensions.* EXCLUDE (decision)
FROM dimensions
JOIN decisions ON decisions.id = dimensions.decision
WHERE decisions.slug = $decision
ORDER BY position;
