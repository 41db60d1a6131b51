-- What did meetings decide, with which status, and in which document or policy does it live on?
SELECT m.label AS meeting, d.text, d.status, doc.label AS document, pol.label AS policy
FROM decisions AS d
JOIN records AS m ON m.id = d.belongs_to
LEFT JOIN records AS doc ON doc.id = d.document
LEFT JOIN records AS pol ON pol.id = d.policy
ORDER BY d.id;
