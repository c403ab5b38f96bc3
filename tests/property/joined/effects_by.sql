-- What do these documents do to others on record, or to facts of theirs?
WITH told AS MATERIALIZED (
    SELECT * FROM effects WHERE by_decision IN (SELECT unnest($documents::INTEGER[]))
),
named AS MATERIALIZED (
    SELECT id, slug, number, signed_on, status, bulletin, short_title_vi, short_title_en
    FROM decisions
    WHERE id IN (SELECT decision FROM told UNION SELECT by_decision FROM told)
)
SELECT
    done.slug AS decision, told.fact, told.kind, doing.slug AS by, by_fact, done.number,
    done.signed_on, done.status, done.bulletin, done.short_title_vi, done.short_title_en,
    false AS is_again
FROM told
JOIN named AS done ON done.id = told.decision
JOIN named AS doing ON doing.id = by_decision
ORDER BY told.decision, told.fact NULLS FIRST, by_fact, told.kind, told.by_decision;
