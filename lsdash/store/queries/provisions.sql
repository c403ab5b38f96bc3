-- What does this document provide without a figure?
SELECT provisions.* EXCLUDE (decision)
FROM provisions
JOIN decisions ON decisions.id = provisions.decision
WHERE decisions.slug = $decision
ORDER BY position;
