-- What do the selected documents of each week come to, one number a week?
SELECT bulletin AS week, count(*) AS documents, bit_xor(digest) AS digest
FROM searched($sectors, $kinds, $statuses, $weeks, $signed_from, $signed_to, $terms)
GROUP BY bulletin
ORDER BY week;
