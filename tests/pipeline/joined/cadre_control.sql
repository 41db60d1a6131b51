-- Who controlled which cadres, worked out again from the tables that the joined one is made of.
SELECT
  j.*, c.*,
  j.id AS jurisdiction,
  division.label AS division_label,
  controller.label AS controller_label,
  (SELECT n.text FROM names AS n
    WHERE n.belongs_to = j.controller AND n.system LIKE 'hanzi-%' AND n.certainty = 'asserted'
      AND (n.preferred OR n.form = 'full')
    ORDER BY coalesce(n.preferred, 0) DESC, n.ordinal LIMIT 1) AS controller_name_zh,
  EXISTS (SELECT 1 FROM controlled_cadres AS o
    WHERE o.belongs_to = c.belongs_to AND o.category = c.category AND o.version <> c.version) AS in_other_version,
  (SELECT group_concat(printed, '; ') FROM (SELECT o.printed FROM controlled_cadres AS o
    WHERE o.belongs_to = c.belongs_to AND o.category = c.category AND o.version <> c.version
    ORDER BY o.ordinal)) AS other_version_printed,
  j.basis AS jurisdiction_basis, j.reason AS jurisdiction_reason, j.certainty AS jurisdiction_certainty,
  j.hedge AS jurisdiction_hedge, j.claimant AS jurisdiction_claimant,
  j.attributed_to AS jurisdiction_attributed_to, j.note AS jurisdiction_note,
  e.source, e.line_first, e.line_last, cited.passages
FROM controlled_cadres AS c
JOIN jurisdictions AS j ON j.id = c.belongs_to
JOIN records AS controller ON controller.id = j.controller
LEFT JOIN records AS division ON division.id = j.division
LEFT JOIN evidence AS e ON e.belongs_to = c.id AND e.ordinal = 1
LEFT JOIN cited ON cited.node = c.id
