-- What is the preferred name of each body, and which body stands above it?
SELECT n.text, n.language, o.type, above.label AS parent
FROM names AS n
JOIN organizations AS o ON o.id = n.belongs_to
LEFT JOIN records AS above ON above.id = o.parent
WHERE n.preferred
ORDER BY n.text, o.id;
