-- Which other documents does this one stand on?
SELECT relations.* EXCLUDE (decision)
FROM relations
JOIN decisions ON decisions.id = relations.decision
WHERE decisions.slug = $decision
ORDER BY position;
