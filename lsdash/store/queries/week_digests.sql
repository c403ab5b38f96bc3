-- What do the documents of each week come to, one number a week?
FROM week_digests ORDER BY week;
