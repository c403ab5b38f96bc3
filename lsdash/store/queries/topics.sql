-- Of what do bulletins tell without a document on record, newest week first, in their order?
SELECT topics.*, bulletins.period_from, bulletins.period_to
FROM topics
JOIN bulletins ON bulletins.slug = topics.bulletin
ORDER BY topics.bulletin DESC, topics.position;
