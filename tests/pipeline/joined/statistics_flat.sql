-- Every statistic with its base, share, parts and rivals, worked out again.
WITH words AS (
  SELECT belongs_to AS vocabulary, key, label FROM vocabulary_terms
), shares AS (
  SELECT s.id AS statistic, s.id AS share FROM statistics AS s
  WHERE s.base IS NOT NULL AND lower(s.unit) IN ('%', '％', 'percent', 'per cent')
  UNION ALL
  SELECT s.id, max(p.id) FROM statistics AS s JOIN statistics AS p ON p.numerator = s.id AND p.base = s.base
  WHERE lower(s.unit) NOT IN ('%', '％', 'percent', 'per cent') AND lower(p.unit) IN ('%', '％', 'percent', 'per cent')
  GROUP BY s.id HAVING count(*) = 1
), against AS (
  SELECT a.belongs_to AS statistic, r.rival, 0 AS turn, a.ordinal AS first, r.ordinal AS second
  FROM anomalies AS a JOIN anomaly_rivals AS r ON r.belongs_to = a.id
  UNION ALL
  SELECT r.rival, a.belongs_to, 1, r.rowid, 0 FROM anomalies AS a JOIN anomaly_rivals AS r ON r.belongs_to = a.id
), meant AS (
  SELECT x.belongs_to AS statistic, r.label, min(x.ordinal) AS place FROM subjects AS x
  JOIN records AS r ON r.id = CASE instr(x.subject, '#') WHEN 0 THEN x.subject
    ELSE substr(x.subject, 1, instr(x.subject, '#') - 1) END
  GROUP BY x.belongs_to, r.label
), against_once AS (
  SELECT statistic, rival, min(turn * 1000000 + first * 1000 + second) AS place FROM against GROUP BY statistic, rival
)
SELECT
  s.*,
  occasion.label AS occasion_label,
  b.counted AS base_counted, b.value AS base_value, b.maximum AS base_maximum, b.comparator AS base_comparator,
  b.unit AS base_unit, b.basis AS base_basis, b.reason AS base_reason, b.certainty AS base_certainty,
  b.hedge AS base_hedge, b.claimant AS base_claimant, b.attributed_to AS base_attributed_to, b.note AS base_note,
  p.id AS share_id, p.value AS share_value, p.maximum AS share_maximum, p.comparator AS share_comparator,
  p.basis AS share_basis, p.certainty AS share_certainty, p.hedge AS share_hedge, p.claimant AS share_claimant,
  p.attributed_to AS share_attributed_to,
  n.counted AS numerator_label,
  (SELECT count(*) FROM statistic_parts AS x WHERE x.belongs_to = s.id) AS part_count,
  (SELECT group_concat(text, '; ') FROM (
    SELECT y.counted || ': ' || CASE WHEN y.comparator = 'exactly' THEN '' ELSE w.label || ' ' END
      || printf('%.15g', y.value) || CASE WHEN y.maximum IS NULL THEN '' ELSE printf('-%.15g', y.maximum) END || ' ' || y.unit
      || coalesce(d.text, '') AS text
    FROM statistic_parts AS x JOIN statistics AS y ON y.id = x.part
    JOIN words AS w ON w.vocabulary = 'comparator' AND w.key = y.comparator
    LEFT JOIN doubts AS d ON d.id = y.id
    WHERE x.belongs_to = s.id ORDER BY x.ordinal)) AS parts,
  (SELECT count(*) FROM anomalies AS a WHERE a.record = s.id) AS anomaly_count,
  (SELECT group_concat(rival, '; ') FROM (
    SELECT rival FROM against_once WHERE statistic = s.id ORDER BY place)) AS rivals,
  (SELECT group_concat(label, '; ') FROM (SELECT label FROM meant WHERE statistic = s.id ORDER BY place)) AS about,
  claimant.label AS claimant_label,
  e.source, e.line_first, e.line_last, cited.passages
FROM statistics AS s
LEFT JOIN records AS occasion ON occasion.id = s.occasion
LEFT JOIN records AS claimant ON claimant.id = s.claimant
LEFT JOIN statistics AS b ON b.id = s.base
LEFT JOIN shares ON shares.statistic = s.id
LEFT JOIN statistics AS p ON p.id = shares.share
LEFT JOIN statistics AS n ON n.id = s.numerator
LEFT JOIN evidence AS e ON e.belongs_to = s.id AND e.ordinal = 1
LEFT JOIN cited ON cited.node = s.id
