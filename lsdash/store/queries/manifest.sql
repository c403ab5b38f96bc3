-- What does the release say of itself?
SELECT * FROM manifest;
