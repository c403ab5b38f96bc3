-- How do these documents stand to others, and their figures to those of others?
-- With a document: only what it does, and what is done to it.
WITH doing AS (
    SELECT * FROM decisions WHERE id IN (SELECT unnest($documents::INTEGER[]))
),
done AS (
    SELECT
        by_decision, effects.kind, effects.fact, by_fact, decisions.id, slug, number, signed_on,
        short_title_vi, short_title_en
    FROM effects
    JOIN decisions ON decisions.id = effects.decision
    WHERE by_decision IN (SELECT id FROM doing)
),
related AS (
    SELECT
        relations.decision AS doing, relations.kind, to_document.slug AS decision, target_vi,
        target_en, relations.number AS target_number, to_document.signed_on AS target_signed_on,
        period_vi, period_en, position, relations.item, relations.paragraph
    FROM relations
    LEFT JOIN (SELECT DISTINCT * EXCLUDE (by_fact) FROM done WHERE fact IS NULL) AS to_document
        ON to_document.by_decision = relations.decision AND to_document.kind = relations.kind
       AND (
           to_document.slug = relations.document
           OR relations.document IS NULL
              AND lower(ltrim(to_document.number, '0')) = lower(ltrim(relations.number, '0'))
       )
    WHERE relations.decision IN (SELECT id FROM doing)
    UNION ALL BY NAME
    SELECT
        by_decision AS doing, done.kind, done.slug AS decision, done.fact, by_fact,
        short_title_vi AS target_vi, short_title_en AS target_en, number AS target_number,
        done.signed_on AS target_signed_on, new.position, new.item, new.paragraph,
        old.printed AS was_printed, new.printed
    FROM done
    LEFT JOIN facts AS old ON old.decision = done.id AND old.slug = done.fact
    LEFT JOIN facts AS new ON new.decision = by_decision AND new.slug = by_fact
    WHERE done.fact IS NOT NULL
)
SELECT
    doing.slug AS by, doing.number, doing.signed_on, doing.status, doing.sector, doing.bulletin,
    doing.short_title_vi, doing.short_title_en, related.* EXCLUDE (doing, position)
FROM related
JOIN doing ON doing.id = related.doing
WHERE $document = '' OR doing.slug = $document OR related.decision = $document
ORDER BY doing.id DESC, related.fact NULLS FIRST, related.position, related.kind, related.by_fact;
