-- Which meetings were held when, as the source prints the date and as days?
SELECT r.label, m.type, m.date_printed, m.date_edtf, m.date_earliest, m.date_latest
FROM meetings AS m JOIN records AS r ON r.id = m.id
ORDER BY m.date_earliest NULLS LAST, m.id;
