-- The passages that each node cites, in words.
CREATE TEMP TABLE cited AS
SELECT belongs_to AS node, group_concat(passage, '; ') AS passages
FROM (SELECT belongs_to, source || ' ' || line_first || CASE WHEN line_last > line_first THEN '-' || line_last ELSE '' END
        AS passage FROM evidence ORDER BY belongs_to, ordinal)
GROUP BY belongs_to
