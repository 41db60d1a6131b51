-- Whose claims are they, and how strongly are they put?
SELECT c.statement, coalesce(r.label, c.attributed_to, 'the source') AS owner, c.certainty, c.hedge, w.label AS reported_by
FROM claims AS c
LEFT JOIN records AS r ON r.id = c.claimant
LEFT JOIN records AS w ON w.id = c.reported_by
ORDER BY c.id;
