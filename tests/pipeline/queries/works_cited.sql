-- Which works are cited where, with volume and pages; which notes lead to no work?
SELECT c.record, c.note_mark, r.label AS work, c.volume, c.pages
FROM citations AS c LEFT JOIN records AS r ON r.id = c.work
ORDER BY c.id;
