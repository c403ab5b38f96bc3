-- What is told of these documents wherever they are named?
SELECT
    id, slug, bulletin, number, kind, signed_on, sector, status, short_title_vi, short_title_en,
    addressed_to_vi, addressed_to_en, edition_vi, edition_en, lead_vi, lead_en
FROM decisions
WHERE id IN (SELECT unnest($documents::INTEGER[]));
