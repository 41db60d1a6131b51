-- People at meetings in each role, with the posts that their tenures give them on its days, worked out again.
WITH strength AS (
  SELECT id, instr('asserted hedged   questioneddenied', certainty) * 100
    + (claimant IS NOT NULL OR attributed_to IS NOT NULL) * 50
    + instr('stated  derived inferredsupplied', basis) AS weakness
  FROM statements
), told AS (
  SELECT id, key, edtf || CASE WHEN certainty = 'asserted' AND basis = 'stated' THEN '' ELSE ' (' || substr(
      CASE certainty WHEN 'asserted' THEN '' ELSE ', ' || certainty || coalesce(': ' || hedge, '') END
      || CASE basis WHEN 'stated' THEN '' ELSE ', ' || basis END, 3) || ')' END AS text
  FROM (
    SELECT id, 'date' AS key, date_edtf AS edtf, date_basis AS basis, date_certainty AS certainty, date_hedge AS hedge
    FROM speeches UNION ALL
    SELECT id, 'start', start_edtf, start_basis, start_certainty, start_hedge FROM tenures UNION ALL
    SELECT id, 'end', end_edtf, end_basis, end_certainty, end_hedge FROM tenures UNION ALL
    SELECT id, 'as_of', as_of_edtf, as_of_basis, as_of_certainty, as_of_hedge FROM tenures)
  WHERE edtf IS NOT NULL
), parts AS (
  SELECT a.id AS statement, a.belongs_to AS meeting, a.person, a.presence AS involvement, a.role, NULL AS delivery,
    NULL AS contribution, 1 AS turn, a.rowid AS place
  FROM attendance_people AS a
  UNION ALL
  SELECT c.id, c.belongs_to, c.convener, 'convener', NULL, NULL, NULL, 2, c.rowid
  FROM conveners AS c JOIN people ON people.id = c.convener
  UNION ALL
  SELECT s.id, s.belongs_to, s.speaker, CASE s.delivery WHEN 'given' THEN 'speaker' ELSE 'other-speech' END,
    NULL, s.delivery,
    w.label || coalesce(': ' || s.title, '') || coalesce(', ' || told.text, '')
      || CASE WHEN s.occasion <> s.belongs_to THEN ', at ' || o.label ELSE '' END || coalesce(d.text, ''), 3, s.rowid
  FROM speeches AS s JOIN people ON people.id = s.speaker
  JOIN vocabulary_terms AS w ON w.belongs_to = 'speech-type' AND w.key = s.type
  LEFT JOIN records AS o ON o.id = s.occasion LEFT JOIN doubts AS d ON d.id = s.id
  LEFT JOIN told ON told.id = s.id AND told.key = 'date'
  UNION ALL
  SELECT CASE WHEN y.weakness > x.weakness THEN y.id ELSE x.id END, m.belongs_to, a.person, 'author', NULL, NULL,
    r.label || coalesce(e.text, '') || ': ' || w.label || coalesce(d.text, ''), 4, m.rowid * 1000 + a.ordinal
  FROM meeting_documents AS m JOIN document_authors AS a ON a.belongs_to = m.document
  JOIN records AS r ON r.id = m.document
  JOIN vocabulary_terms AS w ON w.belongs_to = 'status' AND w.key = m.status
  JOIN strength AS x ON x.id = m.id JOIN strength AS y ON y.id = a.id LEFT JOIN doubts AS d ON d.id = m.id
  LEFT JOIN doubts AS e ON e.id = a.id
), ranked AS (
  SELECT p.*, row_number() OVER (
      PARTITION BY p.meeting, p.person, p.involvement, p.role, p.delivery ORDER BY s.weakness, p.turn, p.place) AS standing,
    count(*) OVER (PARTITION BY p.meeting, p.person, p.involvement, p.role, p.delivery) AS statement_count
  FROM parts AS p JOIN strength AS s ON s.id = p.statement
), edges AS (
  SELECT t.id, key, CASE WHEN edtf GLOB '*[?~%]*' OR low IS NULL THEN '0001-01-01' ELSE low END AS low,
    CASE WHEN edtf GLOB '*[?~%]*' OR high IS NULL THEN '9999-12-31' ELSE high END AS high, edtf
  FROM tenures AS t JOIN (
    SELECT id AS tenure, 'start' AS key, start_edtf AS edtf, start_earliest AS low, start_latest AS high,
      start_certainty AS certainty FROM tenures UNION ALL
    SELECT id, 'end', end_edtf, end_earliest, end_latest, end_certainty FROM tenures UNION ALL
    SELECT id, 'as_of', as_of_edtf, as_of_earliest, as_of_latest, as_of_certainty FROM tenures) AS e
    ON e.tenure = t.id AND e.edtf IS NOT NULL AND e.certainty = 'asserted'
  WHERE t.certainty = 'asserted' AND t.status IN ('held', 'acting', 'temporary', 'nominal')
), known AS (
  -- The first and last day on which a tenure was certainly held. One known as of an interval was held from the last day
  -- that its first part can mean to the first day that its second can.
  SELECT id,
    min(CASE WHEN key <> 'as_of' THEN high
      WHEN edtf GLOB '????-??-??/*' THEN substr(edtf, 1, 10)
      WHEN edtf GLOB '????-??/*' THEN date(substr(edtf, 1, 7) || '-01', '+1 month', '-1 day')
      WHEN edtf GLOB '????/*' THEN substr(edtf, 1, 4) || '-12-31' ELSE high END) AS first,
    max(CASE WHEN key <> 'as_of' THEN low
      WHEN edtf GLOB '*/????-??-??' THEN substr(edtf, -10)
      WHEN edtf GLOB '*/????-??' THEN substr(edtf, -7) || '-01'
      WHEN edtf GLOB '*/????' THEN substr(edtf, -4) || '-01-01' ELSE low END) AS last
  FROM edges GROUP BY id
), given AS (
  SELECT * FROM (
    SELECT a.belongs_to AS meeting, a.person, a.post, d.text AS doubt,
      row_number() OVER (PARTITION BY a.belongs_to, a.person ORDER BY s.weakness, a.rowid) AS standing
    FROM attendance_people AS a JOIN strength AS s ON s.id = a.id LEFT JOIN doubts AS d ON d.id = a.id
    WHERE a.post IS NOT NULL)
  WHERE standing = 1
), days AS (
  SELECT id AS meeting, date_earliest, date_latest, date_certainty = 'asserted' AS is_asserted,
    CASE WHEN date_edtf GLOB '*[?~%]*' OR date_earliest IS NULL THEN '0001-01-01' ELSE date_earliest END AS low,
    CASE WHEN date_edtf GLOB '*[?~%]*' OR date_latest IS NULL THEN '9999-12-31' ELSE date_latest END AS high
  FROM meetings WHERE date_edtf IS NOT NULL
), held AS (
  SELECT d.meeting, t.belongs_to AS person, t.id AS tenure, t.ordinal,
    CASE WHEN d.is_asserted AND k.first <= k.last AND k.first <= d.low AND d.high <= k.last THEN 'certain'
      WHEN coalesce(t.start_edtf, t.end_edtf) IS NOT NULL THEN 'possible'
      WHEN coalesce(t.as_of_earliest, t.as_of_latest) <= coalesce(d.date_latest, d.date_earliest)
        AND coalesce(d.date_earliest, d.date_latest) <= coalesce(t.as_of_latest, t.as_of_earliest) THEN 'possible'
      ELSE 'other' END AS verdict,
    CASE WHEN instr(lower(coalesce(t.title, p.title)), lower(o.label)) THEN coalesce(t.title, p.title)
      ELSE coalesce(t.title, p.title, 'post not named') || ', ' || o.label END
    || CASE WHEN t.status = 'held' AND coalesce(t.start_edtf, t.end_edtf, t.as_of_edtf) IS NULL THEN ''
      ELSE ' [' || substr(CASE t.status WHEN 'held' THEN '' ELSE ', ' || w.label END || coalesce(', from ' || s.text, '')
        || coalesce(', to ' || e.text, '') || coalesce(', as of ' || a.text, ''), 3) || ']' END
    || coalesce(q.text, '') AS text
  FROM days AS d JOIN tenures AS t JOIN records AS o ON o.id = t.organization
  JOIN vocabulary_terms AS w ON w.belongs_to = 'tenure-status' AND w.key = t.status
  LEFT JOIN posts AS p ON p.id = t.post LEFT JOIN known AS k ON k.id = t.id LEFT JOIN doubts AS q ON q.id = t.id
  LEFT JOIN told AS s ON s.id = t.id AND s.key = 'start' LEFT JOIN told AS e ON e.id = t.id AND e.key = 'end'
  LEFT JOIN told AS a ON a.id = t.id AND a.key = 'as_of'
  WHERE NOT EXISTS (SELECT 1 FROM edges AS e WHERE e.id = t.id
    AND ((e.key = 'end' AND e.high < d.low) OR (e.key = 'start' AND d.high < e.low)))
)
SELECT
  m.*, st.*,
  p.meeting || '/' || p.person || '/' || p.involvement || coalesce('/' || p.role, '') || coalesce('/' || p.delivery, '') AS id,
  p.meeting, meeting.label AS meeting_label, p.person, person.label AS person_label,
  (SELECT n.text FROM names AS n
    WHERE n.belongs_to = p.person AND n.system LIKE 'hanzi-%' AND n.certainty = 'asserted'
      AND (n.preferred OR n.form = 'full')
    ORDER BY coalesce(n.preferred, 0) DESC, n.ordinal LIMIT 1) AS person_name_zh,
  p.involvement, p.role, p.delivery, a.group_name, a.absence_reason,
  (SELECT group_concat(contribution, '; ') FROM (
    SELECT x.contribution FROM parts AS x WHERE x.meeting = p.meeting AND x.person = p.person
      AND x.involvement = p.involvement AND x.delivery IS p.delivery ORDER BY x.turn, x.place)) AS contribution,
  given.post,
  CASE WHEN instr(lower(post.title), lower(body.label)) THEN post.title ELSE post.title || ', ' || body.label END
    || coalesce(given.doubt, '') AS post_label,
  (SELECT group_concat(text, '; ') FROM (SELECT text FROM held
    WHERE meeting = p.meeting AND person = p.person AND verdict = 'certain' ORDER BY ordinal)) AS posts_certain,
  (SELECT group_concat(text, '; ') FROM (SELECT text FROM held
    WHERE meeting = p.meeting AND person = p.person AND verdict = 'possible' ORDER BY ordinal)) AS posts_possible,
  (SELECT group_concat(text, '; ') FROM (SELECT text FROM held
    WHERE meeting = p.meeting AND person = p.person AND verdict = 'other' ORDER BY ordinal)) AS posts_other,
  (SELECT group_concat(tenure, '; ') FROM (SELECT tenure FROM held WHERE meeting = p.meeting AND person = p.person
    ORDER BY instr('certain possible other', verdict), ordinal)) AS tenures,
  p.statement_count, p.statement,
  e.source, e.line_first, e.line_last, cited.passages
FROM ranked AS p
JOIN meetings AS m ON m.id = p.meeting
JOIN statements AS st ON st.id = p.statement
JOIN records AS meeting ON meeting.id = p.meeting
JOIN records AS person ON person.id = p.person
LEFT JOIN attendance_people AS a ON a.id = p.statement
LEFT JOIN given ON given.meeting = p.meeting AND given.person = p.person
LEFT JOIN posts AS post ON post.id = given.post
LEFT JOIN records AS body ON body.id = post.belongs_to
LEFT JOIN evidence AS e ON e.belongs_to = p.statement AND e.ordinal = 1
LEFT JOIN cited ON cited.node = p.statement
WHERE p.standing = 1
