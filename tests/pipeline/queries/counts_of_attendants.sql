-- How many attended, as printed and as a number, by group?
SELECT a.belongs_to AS meeting, a.group_name, a.presence, a.count_value, a.count_comparator, a.count_printed
FROM attendance_groups AS a
ORDER BY a.id;
