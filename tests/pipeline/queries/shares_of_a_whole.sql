-- What share of its base is each number of the same unit?
SELECT s.counted, s.value, b.counted AS base, b.value AS of_value, round(100.0 * s.value / b.value, 1) AS share
FROM statistics AS s JOIN statistics AS b ON b.id = s.base
WHERE b.value > 0 AND b.unit = s.unit
ORDER BY s.id;
