-- Which facts of these measures do these documents hold, newest document first?
SELECT
    facts.slug, facts.position, measure, subject_vi, subject_en, facts.kind, low AS low_digits,
    high AS high_digits, scale_digits, shown_scale, unit, unit_called_vi, unit_called_en, bound,
    printed, role, basis, formula, part_of, option, period_from, period_to, period_basis,
    facts.deadline, facts.lead_vi, facts.lead_en, amends, before_low AS before_low_digits,
    before_high AS before_high_digits, before_scale_digits, before_shown_scale, before_printed,
    baseline_vi, baseline_en, direction,
    unit_class, unit_kinds, condition, mandatory, note_vi, note_en, facts.item, facts.paragraph,
    corrected_on, corrected_by, was_printed, part_by, unit_printed,
    paper_place,
    paper_low AS paper_low_digits, paper_high AS paper_high_digits, paper_scale_digits,
    paper_shown_scale, paper_printed, scan_page, paper_scan_page,
    document.slug AS decision, document.number, document.kind AS document_kind, document.signed_on,
    document.sector, document.status, document.bulletin, document.edition_vi, document.edition_en
FROM facts
JOIN (FROM decisions WHERE id IN (SELECT unnest($documents::INTEGER[]))) AS document ON document.id = facts.decision
WHERE facts.decision IN (SELECT unnest($documents::INTEGER[]))
  AND (len($measures) = 0 OR list_contains($measures, measure))
ORDER BY facts.decision DESC, facts.position;
