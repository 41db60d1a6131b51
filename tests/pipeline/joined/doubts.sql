-- What makes a statement less than a plain one of the source, in brackets.
CREATE TEMP TABLE doubts AS
SELECT s.id, ' (' || substr(
    CASE WHEN s.certainty <> 'asserted' THEN ', ' || s.certainty || coalesce(': ' || s.hedge, '') ELSE '' END
    || CASE WHEN s.basis <> 'stated' THEN ', ' || s.basis ELSE '' END
    || coalesce(', according to ' || r.label, '') || coalesce(', according to ' || s.attributed_to, ''), 3) || ')' AS text
FROM statements AS s LEFT JOIN records AS r ON r.id = s.claimant
WHERE s.certainty <> 'asserted' OR s.basis <> 'stated' OR s.claimant IS NOT NULL OR s.attributed_to IS NOT NULL
