-- Which meetings can have been in session in the first half of the 1950s?
SELECT m.id, m.date_edtf, m.date_certainty
FROM meetings AS m
WHERE m.date_earliest <= '1955-12-31' AND (m.date_latest >= '1950-01-01' OR m.date_latest IS NULL)
ORDER BY m.id;
