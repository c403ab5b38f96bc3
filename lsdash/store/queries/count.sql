-- How many documents pass the filters, and how many of them only ask?
SELECT count(*) AS documents, count(*) FILTER (status = 'proposed') AS requests
FROM searched($sectors, $kinds, $statuses, $weeks, $signed_from, $signed_to, $terms);
