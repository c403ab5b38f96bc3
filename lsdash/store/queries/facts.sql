-- Which facts do these documents hold?
SELECT
    decision AS id,
    slug, position, measure, subject_vi, subject_en, kind, low AS low_digits,
    high AS high_digits, scale_digits, shown_scale, unit, unit_called_vi, unit_called_en, bound,
    printed, role, basis, formula, part_of, option, period_from, period_to, period_basis,
    deadline, lead_vi, lead_en, amends, before_low AS before_low_digits,
    before_high AS before_high_digits, before_scale_digits, before_shown_scale, before_printed,
    baseline_vi, baseline_en, direction,
    unit_class, unit_kinds, condition, mandatory, note_vi, note_en, item, paragraph,
    corrected_on, corrected_by, was_printed, part_by, unit_printed,
    paper_place,
    paper_low AS paper_low_digits, paper_high AS paper_high_digits, paper_scale_digits,
    paper_shown_scale, paper_printed, scan_page, paper_scan_page
FROM facts
WHERE decision IN (SELECT unnest($documents::INTEGER[]));
