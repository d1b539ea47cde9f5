DELETE FROM topics WHERE rowid NOT IN (SELECT MIN(rowid) FROM topics GROUP BY event_id);
-- ok: sql/unsafe-migration
CREATE UNIQUE INDEX topics_event ON topics (event_id);
