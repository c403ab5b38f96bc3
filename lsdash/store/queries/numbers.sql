-- Which slugs have the documents with these numbers in their series, and which numbers here?
SELECT slug, id
FROM decisions
WHERE series_number IN (SELECT unnest($numbers::INTEGER[]))
  AND signed_on >= make_date($first_year, 1, 1)
  AND signed_on < make_date($last_year + 1, 1, 1);
