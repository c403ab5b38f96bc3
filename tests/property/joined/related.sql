-- How do these documents stand to others, and their figures to those of others?
-- With a document: only what it does, and what is done to it.
-- A figure that took the place of another one is changed again by whatever changes that one later.
WITH by_these AS MATERIALIZED (
    SELECT * FROM effects WHERE by_decision IN (SELECT unnest($documents::INTEGER[]))
),
before_them AS MATERIALIZED (
    SELECT DISTINCT earlier.*
    FROM effects AS earlier
    JOIN by_these AS later
      ON later.decision = earlier.decision AND later.fact = earlier.fact
     AND later.by_decision > earlier.by_decision
),
touched AS MATERIALIZED (
    SELECT decision AS id FROM by_these
    UNION SELECT by_decision FROM by_these
    UNION SELECT by_decision FROM before_them
),
figures AS MATERIALIZED (
    SELECT decision, slug, position, role, printed, item, paragraph, paper_place
    FROM facts
    WHERE decision IN (SELECT id FROM touched)
),
named AS MATERIALIZED (
    SELECT
        id, slug, number, signed_on, status, sector, bulletin, short_title_vi, short_title_en
    FROM decisions
    WHERE id IN (SELECT unnest($documents::INTEGER[]) UNION SELECT id FROM touched)
),
doing AS (
    SELECT * FROM named WHERE id IN (SELECT unnest($documents::INTEGER[]))
),
done AS (
    SELECT
        by_decision, by_these.kind, by_these.fact, by_fact, named.id, slug, number, signed_on,
        short_title_vi, short_title_en
    FROM by_these
    JOIN named ON named.id = by_these.decision
),
again AS (
    SELECT DISTINCT
        later.by_decision AS doing, later.kind, amending.slug AS decision, new.slug AS fact,
        later.by_fact, amending.short_title_vi AS target_vi, amending.short_title_en AS target_en,
        amending.number AS target_number, amending.signed_on AS target_signed_on,
        newer.position, newer.item, newer.paragraph, newer.paper_place, new.printed AS was_printed, newer.printed,
        true AS is_again
    FROM by_these AS later
    JOIN before_them AS earlier
      ON later.decision = earlier.decision AND later.fact = earlier.fact
     AND later.by_decision > earlier.by_decision
    JOIN figures AS new ON new.decision = earlier.by_decision AND new.slug = earlier.by_fact
    JOIN figures AS newer ON newer.decision = later.by_decision AND newer.slug = later.by_fact
    JOIN named AS amending ON amending.id = earlier.by_decision
    WHERE new.role <> 'change' AND amending.status <> 'proposed'
      AND NOT EXISTS (
          FROM done
          WHERE done.by_decision = later.by_decision AND done.id = earlier.by_decision
            AND done.fact = earlier.by_fact
      )
),
related AS (
    SELECT
        relations.decision AS doing, relations.kind, to_document.slug AS decision, target_vi,
        target_en, relations.number AS target_number, to_document.signed_on AS target_signed_on,
        period_vi, period_en, position, relations.item, relations.paragraph,
        relations.paper_place, false AS is_again
    FROM relations
    LEFT JOIN (SELECT DISTINCT * EXCLUDE (by_fact) FROM done WHERE fact IS NULL) AS to_document
        ON to_document.by_decision = relations.decision AND to_document.kind = relations.kind
       AND (
           to_document.slug = relations.document
           OR relations.document IS NULL
              AND lower(ltrim(to_document.number, '0')) = lower(ltrim(relations.number, '0'))
       )
    WHERE relations.decision IN (SELECT unnest($documents::INTEGER[]))
    UNION ALL BY NAME
    SELECT
        by_decision AS doing, done.kind, done.slug AS decision, done.fact, by_fact,
        short_title_vi AS target_vi, short_title_en AS target_en, number AS target_number,
        done.signed_on AS target_signed_on, new.position, new.item, new.paragraph, new.paper_place,
        old.printed AS was_printed, new.printed, false AS is_again
    FROM done
    LEFT JOIN figures AS old ON old.decision = done.id AND old.slug = done.fact
    LEFT JOIN figures AS new ON new.decision = by_decision AND new.slug = by_fact
    WHERE done.fact IS NOT NULL
    UNION ALL BY NAME
    SELECT * FROM again
)
SELECT
    doing.slug AS by, doing.number, doing.signed_on, doing.status, doing.sector, doing.bulletin,
    doing.short_title_vi, doing.short_title_en, related.* EXCLUDE (doing, position)
FROM related
JOIN doing ON doing.id = related.doing
WHERE $document = '' OR doing.slug = $document OR related.decision = $document
ORDER BY doing.id DESC, related.fact NULLS FIRST, related.position, related.kind,
    related.by_fact, is_again, related.decision;
