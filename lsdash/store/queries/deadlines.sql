-- Who must do what by when in the selected documents, soonest first?
WITH document AS (
    SELECT * FROM searched($sectors, $kinds, $statuses, $weeks, $signed_from, $signed_to, $terms)
),
due AS (
    SELECT
        id AS decision, 'document' AS what, '' AS fact, deadline, lead_vi, lead_en,
        short_title_vi AS text_vi, short_title_en AS text_en, item, paragraph
    FROM document
    WHERE deadline IS NOT NULL OR lead_vi IS NOT NULL OR addressed_to_vi IS NOT NULL
       OR status = 'proposed'
    UNION ALL BY NAME
    SELECT
        facts.decision, 'fact' AS what, slug AS fact, deadline, lead_vi, lead_en,
        subject_vi AS text_vi, subject_en AS text_en, item, paragraph
    FROM facts
    WHERE (deadline IS NOT NULL OR lead_vi IS NOT NULL)
      AND facts.decision IN (SELECT id FROM document)
    UNION ALL BY NAME
    SELECT
        provisions.decision, 'provision' AS what, '' AS fact, deadline, lead_vi, lead_en,
        text_vi, text_en, item, paragraph
    FROM provisions
    WHERE (deadline IS NOT NULL OR lead_vi IS NOT NULL)
      AND provisions.decision IN (SELECT id FROM document)
)
SELECT
    document.slug AS decision, number, kind, signed_on, status, sector, bulletin, addressed_to_vi,
    addressed_to_en, short_title_vi, short_title_en, document.lead_vi AS document_lead_vi,
    document.lead_en AS document_lead_en, due.* EXCLUDE (decision)
FROM due
JOIN document ON document.id = due.decision
ORDER BY due.deadline NULLS LAST, document.id DESC, what, fact, due.paragraph
LIMIT $limit OFFSET $offset;
