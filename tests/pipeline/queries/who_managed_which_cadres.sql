-- Who managed which cadres, and do the narrative and the table of the source agree?
SELECT r.label AS controller, j.mode, c.category, c.version, c.printed
FROM controlled_cadres AS c
JOIN jurisdictions AS j ON j.id = c.belongs_to
JOIN records AS r ON r.id = j.controller
ORDER BY controller, c.version, c.id;
