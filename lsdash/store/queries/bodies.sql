-- Which bodies does this document set up?
SELECT bodies.* EXCLUDE (decision)
FROM bodies
JOIN decisions ON decisions.id = bodies.decision
WHERE decisions.slug = $decision
ORDER BY position;
