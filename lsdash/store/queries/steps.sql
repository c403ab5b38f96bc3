-- How does a worker's time run under each option of this document?
SELECT steps.* EXCLUDE (decision)
FROM steps
JOIN decisions ON decisions.id = steps.decision
WHERE decisions.slug = $decision
ORDER BY option, course, position;
