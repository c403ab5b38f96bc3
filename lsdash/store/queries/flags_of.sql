-- What looks odd in this document?
SELECT
    decisions.slug AS decision, decisions.number, signed_on, status, short_title_vi, short_title_en,
    rule, fact, text_vi, text_en, evidence
FROM flags
JOIN decisions ON decisions.id = flags.decision
WHERE flags.decision = numbered($decision) AND decisions.id = numbered($decision)
ORDER BY flags.position;
