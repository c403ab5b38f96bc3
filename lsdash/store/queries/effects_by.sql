-- What do these documents do to others on record, or to facts of theirs?
SELECT
    done.slug AS decision, effects.fact, effects.kind, doing.slug AS by, by_fact, done.number,
    done.signed_on, done.status, done.bulletin, done.short_title_vi, done.short_title_en,
    false AS is_again
FROM effects
JOIN decisions AS done ON done.id = effects.decision
JOIN decisions AS doing ON doing.id = by_decision
WHERE by_decision IN (SELECT unnest($documents))
ORDER BY effects.decision, effects.fact NULLS FIRST, by_fact, effects.kind;
