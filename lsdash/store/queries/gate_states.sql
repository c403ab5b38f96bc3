-- When did goods pass the gates, and when not, oldest first?
SELECT *
FROM gate_states
ORDER BY date_from, gate, id;
