-- What looks odd in the selected documents, newest document first?
SELECT
    document.slug AS decision, document.number, document.signed_on, document.status,
    document.short_title_vi, document.short_title_en,
    rule, fact, text_vi, text_en, evidence
FROM flags
JOIN searched($sectors, $kinds, $statuses, $weeks, $signed_from, $signed_to, $terms) AS document
    ON document.id = flags.decision
ORDER BY flags.decision DESC, flags.position
LIMIT $limit;
