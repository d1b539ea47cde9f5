CREATE TABLE groups (id bigserial PRIMARY KEY, name text);
DO $$
BEGIN
    ALTER TABLE groups ADD COLUMN owner text;
EXCEPTION
    WHEN duplicate_column THEN NULL;
END$$;
