-- How does a worker's time run under each option of this document?
SELECT * EXCLUDE (decision)
FROM steps
WHERE decision = $document
ORDER BY option, course, position;
