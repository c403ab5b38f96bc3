-- What do other documents on record do to these, or to facts of theirs, oldest first?
-- A fact that took the place of another one is changed again by whatever changes that one later.
WITH figures AS (
    SELECT decision, slug, role FROM facts
    WHERE decision IN (SELECT unnest($documents::INTEGER[]))
),
amending AS (
    SELECT id, status FROM decisions WHERE id IN (SELECT unnest($documents::INTEGER[]))
),
direct AS (
    SELECT *, false AS is_again
    FROM effects
    WHERE decision IN (SELECT unnest($documents::INTEGER[]))
),
again AS (
    SELECT DISTINCT
        earlier.by_decision AS decision, earlier.by_fact AS fact, later.kind, later.by_decision,
        later.by_fact, true AS is_again
    FROM effects AS earlier
    JOIN effects AS later
      ON later.decision = earlier.decision AND later.fact = earlier.fact
     AND later.by_decision > earlier.by_decision
    JOIN figures ON figures.decision = earlier.by_decision AND figures.slug = earlier.by_fact
    JOIN amending ON amending.id = earlier.by_decision
    WHERE earlier.by_decision IN (SELECT unnest($documents::INTEGER[]))
      AND figures.role <> 'change' AND amending.status <> 'proposed'
),
told AS MATERIALIZED (
    SELECT * FROM direct
    UNION ALL BY NAME
    SELECT * FROM again
    WHERE (decision, fact, by_decision) NOT IN (
        SELECT (decision, fact, by_decision) FROM direct WHERE fact IS NOT NULL
    )
),
named AS MATERIALIZED (
    SELECT id, slug, number, signed_on, status, bulletin, short_title_vi, short_title_en
    FROM decisions
    WHERE id IN (SELECT decision FROM told UNION SELECT by_decision FROM told)
)
SELECT
    done.slug AS decision, told.fact, told.kind, doing.slug AS by, by_fact, doing.number,
    doing.signed_on, doing.status, doing.bulletin, doing.short_title_vi, doing.short_title_en,
    is_again
FROM told
JOIN named AS done ON done.id = told.decision
JOIN named AS doing ON doing.id = by_decision
ORDER BY told.by_decision, told.decision, told.fact NULLS FIRST, by_fact, told.kind;
