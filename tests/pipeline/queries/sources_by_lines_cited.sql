-- How many passages of each source are cited, from which line to which, by how many records?
SELECT s.title, s.language, count(*) AS passages, min(e.line_first) AS first, max(e.line_last) AS last,
  count(DISTINCT e.record) AS records
FROM evidence AS e JOIN sources AS s ON s.id = e.source
GROUP BY s.id, s.title, s.language
ORDER BY passages DESC, s.id;
