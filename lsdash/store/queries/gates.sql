-- Which gates does the province have, those of the highest rank first?
SELECT *
FROM gates
ORDER BY list_position(['international', 'main', 'secondary'], category), name_vi;
