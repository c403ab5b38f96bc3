-- What do other documents on record do to these, or to facts of theirs?
SELECT decision AS id, *
FROM effects
WHERE decision IN (SELECT unnest($documents::INTEGER[]));
