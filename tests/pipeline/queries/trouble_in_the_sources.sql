-- What kinds of trouble do the sources have, how often, and in how many records?
SELECT a.kind, t.label, count(*) AS times, count(DISTINCT a.record) AS records
FROM anomalies AS a
JOIN vocabulary_terms AS t ON t.belongs_to = 'anomaly-kind' AND t."key" = a.kind
GROUP BY a.kind, t.label
ORDER BY times DESC, a.kind;
