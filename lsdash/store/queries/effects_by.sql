-- What do these documents do to others on record, or to facts of theirs?
SELECT by_decision AS id, *
FROM effects
WHERE by_decision IN (SELECT unnest($documents::INTEGER[]));
