-- Who was present or absent at which meeting, in which role?
SELECT m.label AS meeting, p.label AS person, a.presence, a.role, a.group_name, a.basis, a.certainty
FROM attendance_people AS a
JOIN records AS m ON m.id = a.belongs_to
JOIN records AS p ON p.id = a.person
ORDER BY a.id;
