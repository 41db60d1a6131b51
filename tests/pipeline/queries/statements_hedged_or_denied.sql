-- What is hedged, questioned or denied, in which words, and by whom?
SELECT p.record, p.text, p.certainty, p.hedge, coalesce(r.label, p.attributed_to) AS owner
FROM points AS p LEFT JOIN records AS r ON r.id = p.claimant
WHERE p.certainty <> 'asserted'
ORDER BY p.id;
