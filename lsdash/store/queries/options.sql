-- Which options does this document put forward?
SELECT options.* EXCLUDE (decision)
FROM options
JOIN decisions ON decisions.id = options.decision
WHERE decisions.slug = $decision
ORDER BY options.number;
