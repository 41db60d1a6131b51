-- What is counted in which unit, how often, and what are the least and the largest number?
SELECT s.unit, count(*) AS numbers, min(s.value) AS least, max(coalesce(s.maximum, s.value)) AS largest
FROM statistics AS s
GROUP BY s.unit
ORDER BY numbers DESC, s.unit;
