-- What does each option of this document say on each line?
SELECT * EXCLUDE (decision)
FROM answers
WHERE decision = $document
ORDER BY option, dimension;
