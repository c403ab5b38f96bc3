-- Which documents do such topics name, in their order?
SELECT bulletin, topic, kind, target_vi, target_en, number, period_vi, period_en
FROM topic_relations
ORDER BY bulletin DESC, topic, position;
