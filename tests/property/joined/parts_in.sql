-- What else is told in these documents, beside their facts and their history, piece by piece?
WITH said AS (
    SELECT answers.*, label_vi, label_en
    FROM answers
    JOIN dimensions ON dimensions.decision = answers.decision AND slug = dimension
    WHERE answers.decision BETWEEN list_min($documents::INTEGER[]) AND list_max($documents::INTEGER[])
),
parts AS (
    SELECT decision, 'provisions' AS part, concat_ws(' ', deadline, lead_vi) AS code,
        text_vi, text_en, item, paragraph
    FROM provisions
    UNION ALL BY NAME
    SELECT decision, 'silences' AS part, '' AS code, text_vi, text_en
    FROM silences
    UNION ALL BY NAME
    SELECT decision, 'bodies' AS part, coalesce(printed, '') AS code, name_vi, name_en,
        concat_ws(' · ', head, post_vi, role_vi) AS text_vi,
        concat_ws(' · ', head, post_en, role_en) AS text_en, item, paragraph
    FROM bodies
    UNION ALL BY NAME
    SELECT decision, 'relations' AS part, kind AS code,
        concat_ws(' · ', target_vi, number) AS name_vi,
        concat_ws(' · ', target_en, number) AS name_en,
        period_vi AS text_vi, period_en AS text_en, item, paragraph
    FROM relations
    UNION ALL BY NAME
    SELECT decision, 'flags' AS part, rule AS code, fact AS name_vi, fact AS name_en,
        text_vi, text_en, evidence
    FROM flags
    UNION ALL BY NAME
    SELECT decision, 'options' AS part, number::VARCHAR AS code, label_vi AS text_vi,
        label_en AS text_en
    FROM options
    UNION ALL BY NAME
    SELECT decision, 'dimensions' AS part, concat_ws(' ', slug, if(health, 'health', NULL)) AS code,
        label_vi AS text_vi, label_en AS text_en
    FROM dimensions
    UNION ALL BY NAME
    SELECT decision, 'answers' AS part, option::VARCHAR AS code, label_vi AS name_vi,
        label_en AS name_en, text_vi, text_en
    FROM said
    UNION ALL BY NAME
    SELECT decision, 'unsaid' AS part, option::VARCHAR AS code, label_vi AS name_vi,
        label_en AS name_en, unsaid_vi AS text_vi, unsaid_en AS text_en
    FROM said
    WHERE unsaid_vi IS NOT NULL
    UNION ALL BY NAME
    SELECT decision, 'steps' AS part,
        concat_ws(' ', option, course, place, length, if(daily, 'daily', NULL)) AS code,
        course_vi AS name_vi, course_en AS name_en, label_vi AS text_vi, label_en AS text_en
    FROM steps
)
SELECT document.slug AS decision, parts.* EXCLUDE (decision)
FROM parts
JOIN (FROM decisions WHERE id IN (SELECT unnest($documents::INTEGER[]))) AS document
    ON document.id = parts.decision
WHERE parts.decision BETWEEN list_min($documents::INTEGER[]) AND list_max($documents::INTEGER[])
  AND parts.decision IN (SELECT unnest($documents::INTEGER[]))
ORDER BY parts.decision DESC, part, code, text_vi, name_vi;
