-- What does the release say of itself?
SELECT release, layout, built_at, parent, note, code_version, records, documents_to, row_counts FROM manifest;
