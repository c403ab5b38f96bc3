-- What else is told in these documents, beside their facts and their history, piece by piece?
WITH documents AS MATERIALIZED (
    SELECT id, slug FROM decisions WHERE slug IN (SELECT unnest($documents::VARCHAR[]))
),
parts AS (
    SELECT decision, 'provisions' AS part, '' AS code, NULL AS name_vi, NULL AS name_en,
        text_vi, text_en, item, paragraph
    FROM provisions
    UNION ALL
    SELECT decision, 'silences', '', NULL, NULL, text_vi, text_en, NULL, NULL
    FROM silences
    UNION ALL
    SELECT decision, 'bodies', coalesce(printed, ''), name_vi, name_en,
        concat_ws(' · ', head, post_vi, role_vi), concat_ws(' · ', head, post_en, role_en),
        item, paragraph
    FROM bodies
    UNION ALL
    SELECT decision, 'relations', kind, concat_ws(' · ', target_vi, number),
        concat_ws(' · ', target_en, number), period_vi, period_en, item, paragraph
    FROM relations
    UNION ALL
    SELECT decision, 'flags', rule, fact, fact, coalesce(text_vi, evidence),
        coalesce(text_en, evidence), NULL, NULL
    FROM flags
    UNION ALL
    SELECT decision, 'options', number::VARCHAR, NULL, NULL, label_vi, label_en, NULL, NULL
    FROM options
    UNION ALL
    SELECT decision, 'dimensions', concat_ws(' ', slug, if(health, 'health', NULL)), NULL, NULL,
        label_vi, label_en, NULL, NULL
    FROM dimensions
    UNION ALL
    SELECT decision, 'answers', option::VARCHAR, label_vi, label_en, text_vi, text_en, NULL, NULL
    FROM answers
    JOIN dimensions USING (decision)
    WHERE dimensions.slug = dimension
    UNION ALL
    SELECT decision, 'unsaid', option::VARCHAR, label_vi, label_en, unsaid_vi, unsaid_en, NULL, NULL
    FROM answers
    JOIN dimensions USING (decision)
    WHERE dimensions.slug = dimension AND unsaid_vi IS NOT NULL
    UNION ALL
    SELECT decision, 'steps',
        concat_ws(' ', option, course, place, length, if(daily, 'daily', NULL)),
        course_vi, course_en, label_vi, label_en, NULL, NULL
    FROM steps
)
SELECT slug AS decision, parts.* EXCLUDE (decision)
FROM parts
JOIN documents ON documents.id = parts.decision
ORDER BY parts.decision DESC, part, code, text_vi;
