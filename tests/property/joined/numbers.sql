-- Which numbers have the documents with these slugs?
SELECT id
FROM decisions
WHERE slug IN (SELECT unnest($slugs::VARCHAR[]))
  AND signed_on >= make_date($first_year, 1, 1)
  AND signed_on < make_date($last_year + 1, 1, 1)
ORDER BY id;
