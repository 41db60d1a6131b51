-- Who held which post in which body, and since when?
SELECT p.label AS person, coalesce(t.title, s.title) AS post, o.label AS body, t.start_edtf, t.end_edtf, t.as_of_edtf, t.basis
FROM tenures AS t
JOIN records AS p ON p.id = t.belongs_to
LEFT JOIN posts AS s ON s.id = t.post
LEFT JOIN records AS o ON o.id = coalesce(t.organization, s.belongs_to)
ORDER BY person, t.id;
