-- How many rows does each table have?
SELECT
    (SELECT count(*) FROM bulletins) AS bulletins,
    (SELECT count(*) FROM decisions) AS decisions,
    (SELECT count(*) FROM words) AS words,
    (SELECT count(*) FROM facts) AS facts,
    (SELECT count(*) FROM dimensions) AS dimensions,
    (SELECT count(*) FROM options) AS options,
    (SELECT count(*) FROM answers) AS answers,
    (SELECT count(*) FROM steps) AS steps,
    (SELECT count(*) FROM provisions) AS provisions,
    (SELECT count(*) FROM bodies) AS bodies,
    (SELECT count(*) FROM silences) AS silences,
    (SELECT count(*) FROM flags) AS flags,
    (SELECT count(*) FROM relations) AS relations,
    (SELECT count(*) FROM changes) AS changes,
    (SELECT count(*) FROM observations) AS observations,
    (SELECT count(*) FROM events) AS events,
    (SELECT count(*) FROM gates) AS gates;
