-- What did later releases do to these documents and their facts, oldest first?
SELECT
    decision AS id, position, fact, kind, made_on, reason_vi, reason_en, made_by,
    was_low AS was_low_digits, was_high AS was_high_digits, was_scale_digits, was_shown_scale,
    was_unit, was_bound, was_printed
FROM changes
WHERE decision IN (SELECT unnest($documents::INTEGER[]))
ORDER BY position;
