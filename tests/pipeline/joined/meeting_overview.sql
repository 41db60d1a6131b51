-- Every meeting with names, days, counts and what is on record, worked out again.
WITH named AS (
  SELECT * FROM (
    SELECT n.belongs_to, n.text, n.form, n.basis,
      CASE WHEN n.system LIKE 'hanzi-%' THEN 'hanzi' ELSE n.system END AS sort,
      row_number() OVER (
        PARTITION BY n.belongs_to, CASE WHEN n.system LIKE 'hanzi-%' THEN 'hanzi' ELSE n.system END
        ORDER BY coalesce(n.preferred, 0) DESC, n.ordinal) AS place
    FROM names AS n WHERE n.certainty = 'asserted' AND (n.preferred OR n.form = 'full'))
  WHERE place = 1
), counted AS (
  SELECT g.belongs_to AS meeting, sort.name,
    min(g.count_value) AS number, min(g.count_comparator) AS bound
  FROM attendance_groups AS g
  JOIN (
    SELECT 'members_present' AS name, 'present' AS presence, 'member' AS role UNION ALL
    SELECT 'alternates_present', 'present', 'alternate-member' UNION ALL
    SELECT 'delegates_present', 'present', 'delegate' UNION ALL
    SELECT 'attendees_present', 'present', 'attendee' UNION ALL
    SELECT 'guests_present', 'present', 'guest' UNION ALL
    SELECT 'members_absent', 'absent', 'member' UNION ALL
    SELECT 'members_absent', 'absent', 'alternate-member' UNION ALL
    SELECT 'members_absent', 'absent', 'member-or-alternate') AS sort
    ON sort.presence = g.presence AND sort.role = g.role
  GROUP BY g.belongs_to, sort.name
  HAVING count(*) = 1 AND sum(EXISTS (SELECT 1 FROM doubts WHERE doubts.id = g.id)) = 0 AND min(g.count_value) IS NOT NULL
)
SELECT
  m.*,
  self.label AS label,
  en.text AS name_en, en.form AS name_en_form, en.basis AS name_en_basis,
  zh.text AS name_zh, zh.form AS name_zh_form, zh.basis AS name_zh_basis,
  py.text AS name_pinyin, py.form AS name_pinyin_form, py.basis AS name_pinyin_basis,
  body.label AS body_label,
  whole.label AS part_of_label,
  CASE WHEN m.date_certainty = 'asserted'
      AND (m.date_edtf GLOB '????-[01]?-??' OR m.date_edtf GLOB '????-[01]?-??/????-[01]?-??')
      AND m.date_edtf NOT GLOB '*[X?~%.[]*'
    THEN CAST(julianday(m.date_latest) - julianday(m.date_earliest) + 1 AS INTEGER) END AS days,
  members.number AS members_present, members.bound AS members_present_comparator,
  alternates.number AS alternates_present, alternates.bound AS alternates_present_comparator,
  delegates.number AS delegates_present, delegates.bound AS delegates_present_comparator,
  attendees.number AS attendees_present, attendees.bound AS attendees_present_comparator,
  guests.number AS guests_present, guests.bound AS guests_present_comparator,
  absent.number AS members_absent, absent.bound AS members_absent_comparator,
  (SELECT group_concat(text, '; ') FROM (
    SELECT g.group_name || ': '
      || coalesce(CASE WHEN g.count_comparator = 'exactly' THEN '' ELSE w.label || ' ' END || g.count_value || ' ', '')
      || g.presence || coalesce(d.text, '') AS text
    FROM attendance_groups AS g
    LEFT JOIN vocabulary_terms AS w ON w.belongs_to = 'comparator' AND w.key = g.count_comparator
    LEFT JOIN doubts AS d ON d.id = g.id
    WHERE g.belongs_to = m.id ORDER BY g.ordinal)) AS attendance_recorded,
  (SELECT count(DISTINCT person) FROM attendance_people WHERE belongs_to = m.id) AS people_listed,
  (SELECT count(DISTINCT person) FROM attendance_people WHERE belongs_to = m.id AND presence = 'present') AS people_present,
  (SELECT count(DISTINCT person) FROM attendance_people WHERE belongs_to = m.id AND presence = 'absent') AS people_absent,
  (SELECT group_concat(text, '; ') FROM (
    SELECT r.label || coalesce(d.text, '') AS text FROM attendance_people AS a JOIN records AS r ON r.id = a.person
    LEFT JOIN doubts AS d ON d.id = a.id
    WHERE a.belongs_to = m.id AND a.role = 'chair' AND a.presence = 'present' ORDER BY a.ordinal)) AS chairs,
  (SELECT group_concat(text, '; ') FROM (
    SELECT r.label || coalesce(d.text, '') AS text FROM conveners AS c JOIN records AS r ON r.id = c.convener
    LEFT JOIN doubts AS d ON d.id = c.id
    WHERE c.belongs_to = m.id ORDER BY c.ordinal)) AS conveners,
  (SELECT count(*) FROM meetings AS x WHERE x.part_of = m.id) AS session_count,
  (SELECT count(*) FROM suspensions WHERE belongs_to = m.id) AS suspension_count,
  (SELECT count(*) FROM agenda_items WHERE belongs_to = m.id) AS agenda_item_count,
  (SELECT count(*) FROM speeches WHERE belongs_to = m.id) AS speech_count,
  (SELECT count(*) FROM speeches WHERE belongs_to = m.id AND delivery = 'given' AND certainty = 'asserted')
    AS speech_given_count,
  (SELECT count(DISTINCT s.speaker) FROM speeches AS s JOIN people ON people.id = s.speaker
    WHERE s.belongs_to = m.id AND s.delivery = 'given' AND s.certainty = 'asserted') AS speaker_count,
  (SELECT count(*) FROM meeting_documents WHERE belongs_to = m.id) AS document_count,
  (SELECT count(*) FROM decisions WHERE belongs_to = m.id) AS decision_count,
  (SELECT count(*) FROM remarks WHERE belongs_to = m.id AND "continues" IS NULL) AS remark_count,
  (SELECT count(*) FROM anomalies WHERE record = m.id) AS anomaly_count,
  (SELECT count(DISTINCT source) FROM evidence WHERE record = m.id) AS source_count,
  (SELECT group_concat(source, '; ') FROM (
    SELECT DISTINCT source FROM evidence WHERE record = m.id ORDER BY source)) AS sources
FROM meetings AS m
JOIN records AS self ON self.id = m.id
LEFT JOIN records AS body ON body.id = m.body
LEFT JOIN records AS whole ON whole.id = m.part_of
LEFT JOIN named AS en ON en.belongs_to = m.id AND en.sort = 'english'
LEFT JOIN named AS zh ON zh.belongs_to = m.id AND zh.sort = 'hanzi'
LEFT JOIN named AS py ON py.belongs_to = m.id AND py.sort = 'pinyin'
LEFT JOIN counted AS members ON members.meeting = m.id AND members.name = 'members_present'
LEFT JOIN counted AS alternates ON alternates.meeting = m.id AND alternates.name = 'alternates_present'
LEFT JOIN counted AS delegates ON delegates.meeting = m.id AND delegates.name = 'delegates_present'
LEFT JOIN counted AS attendees ON attendees.meeting = m.id AND attendees.name = 'attendees_present'
LEFT JOIN counted AS guests ON guests.meeting = m.id AND guests.name = 'guests_present'
LEFT JOIN counted AS absent ON absent.meeting = m.id AND absent.name = 'members_absent'
