-- What does each option of this document say on each line?
SELECT answers.* EXCLUDE (decision)
FROM answers
JOIN decisions ON decisions.id = answers.decision
WHERE decisions.slug = $decision
ORDER BY option, dimension;
