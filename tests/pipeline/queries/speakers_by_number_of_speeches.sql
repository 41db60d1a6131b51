-- Who spoke how often, and at how many meetings?
SELECT r.label, count(*) AS speeches, count(DISTINCT s.belongs_to) AS meetings
FROM speeches AS s JOIN records AS r ON r.id = s.speaker
GROUP BY r.id, r.label
ORDER BY speeches DESC, r.label;
