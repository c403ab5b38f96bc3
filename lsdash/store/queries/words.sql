-- Which documents have each of the words that begin so, its tone marks as typed where any were?
SELECT documents
FROM words
WHERE folded >= $first AND folded < $past AND starts_with(word, $marked)
  AND ($everywhere OR NOT wide);
