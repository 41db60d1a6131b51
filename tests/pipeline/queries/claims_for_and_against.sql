-- Which claims support or dispute which others?
SELECT c.statement, 'disputes' AS verb, o.statement AS other
FROM claims_disputed AS d JOIN claims AS c ON c.id = d.belongs_to JOIN claims AS o ON o.id = d.disputed
UNION ALL
SELECT c.statement, 'supports', o.statement
FROM claims_supported AS s JOIN claims AS c ON c.id = s.belongs_to JOIN claims AS o ON o.id = s.supported
ORDER BY 1, 2, 3;
