-- What does this document not say?
SELECT silences.* EXCLUDE (decision)
FROM silences
JOIN decisions ON decisions.id = silences.decision
WHERE decisions.slug = $decision
ORDER BY position;
