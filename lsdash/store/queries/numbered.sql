-- Which documents have this number in their series, whatever the series and the year?
SELECT id, number, signed_on FROM decisions WHERE series_number = $number ORDER BY id;
