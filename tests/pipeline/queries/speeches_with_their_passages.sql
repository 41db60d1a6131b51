-- Who said what kind of thing when, and in which lines of which source does it stand?
SELECT p.label AS speaker, s.type, s.date_edtf, m.label AS meeting, e.source, e.line_first, e.line_last
FROM speeches AS s
JOIN records AS p ON p.id = s.speaker
JOIN records AS m ON m.id = s.belongs_to
LEFT JOIN evidence AS e ON e.belongs_to = s.id
ORDER BY s.date_earliest NULLS LAST, s.id, e.ordinal;
