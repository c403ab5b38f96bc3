-- Which facts of these measures do these documents hold, newest document first?
SELECT
    facts.slug, facts.position, measure, subject_vi, subject_en, facts.kind, low AS low_digits,
    high AS high_digits, scale_digits, shown_scale, unit, bound, printed, basis, formula, part_of,
    option, period_from, period_to, period_basis, deadline, baseline_vi, baseline_en, direction,
    unit_class, unit_kinds, condition, mandatory, note_vi, note_en, facts.item, facts.paragraph,
    corrected_on, was_printed,
    document.slug AS decision, document.number, document.kind AS document_kind, document.signed_on,
    document.sector, document.status, document.bulletin, document.edition_vi, document.edition_en
FROM facts
JOIN decisions AS document ON document.id = facts.decision
WHERE facts.decision IN (SELECT unnest($documents::INTEGER[]))
  AND (len($measures) = 0 OR list_contains($measures, measure))
ORDER BY facts.decision DESC, facts.position;
