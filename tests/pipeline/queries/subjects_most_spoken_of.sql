-- Whom and what is most often spoken of in the points of other records?
SELECT r.kind, r.label, count(*) AS times
FROM subjects AS s
JOIN nodes AS n ON n.id = s.belongs_to
JOIN records AS r ON r.id = s.subject
WHERE n.shape = 'point' AND s.record <> s.subject
GROUP BY r.id, r.kind, r.label
ORDER BY times DESC, r.id
LIMIT 20;
