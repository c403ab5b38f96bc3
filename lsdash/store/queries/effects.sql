-- What do other documents on record do to these, or to facts of theirs, oldest first?
SELECT
    done.slug AS decision, effects.fact, effects.kind, doing.slug AS by, by_fact, doing.number,
    doing.signed_on, doing.status, doing.bulletin, doing.short_title_vi, doing.short_title_en
FROM effects
JOIN decisions AS done ON done.id = effects.decision
JOIN decisions AS doing ON doing.id = by_decision
WHERE effects.decision IN (SELECT unnest($documents::INTEGER[]))
ORDER BY effects.by_decision, effects.decision, effects.fact NULLS FIRST, by_fact, effects.kind;
