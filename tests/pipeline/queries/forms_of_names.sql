-- Under which names and in which scripts does each person appear, and which name is preferred?
SELECT n.record, n.ordinal, n.text, n.language, n.script, n.system, n.form, n.preferred
FROM names AS n JOIN people AS p ON p.id = n.belongs_to
ORDER BY n.record, n.ordinal;
