-- What do other documents on record do to these, or to facts of theirs, oldest first?
-- A fact that took the place of another one is changed again by whatever changes that one later.
WITH direct AS (
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
    JOIN facts ON facts.decision = earlier.by_decision AND facts.slug = earlier.by_fact
    JOIN decisions AS amending ON amending.id = earlier.by_decision
    WHERE earlier.by_decision IN (SELECT unnest($documents::INTEGER[]))
      AND facts.role <> 'change' AND amending.status <> 'proposed'
),
told AS (
    SELECT * FROM direct
    UNION ALL BY NAME
    SELECT * FROM again
    WHERE (decision, fact, by_decision) NOT IN (
        SELECT (decision, fact, by_decision) FROM direct WHERE fact IS NOT NULL
    )
)
SELECT
    done.slug AS decision, told.fact, told.kind, doing.slug AS by, by_fact, doing.number,
    doing.signed_on, doing.status, doing.bulletin, doing.short_title_vi, doing.short_title_en,
    is_again
FROM told
JOIN decisions AS done ON done.id = told.decision
JOIN decisions AS doing ON doing.id = by_decision
ORDER BY told.by_decision, told.decision, told.fact NULLS FIRST, by_fact, told.kind;
