CREATE TABLE invoices (id bigserial PRIMARY KEY, total numeric NOT NULL);
-- ok: sql/unsafe-migration
ALTER TABLE invoices ADD COLUMN paid boolean NOT NULL;
-- ok: sql/unsafe-migration
CREATE INDEX invoices_total ON invoices (total);

-- ruleid: sql/unsafe-migration
ALTER TABLE users ADD COLUMN plan text NOT NULL;
-- ok: sql/unsafe-migration
ALTER TABLE users ADD COLUMN plan2 text NOT NULL DEFAULT 'free';
-- ok: sql/unsafe-migration
ALTER TABLE users ADD COLUMN note text;
-- ruleid: sql/unsafe-migration
ALTER TABLE users DROP COLUMN legacy;
-- ruleid: sql/unsafe-migration
DROP TABLE old_users;
-- ruleid: sql/unsafe-migration
ALTER TABLE users RENAME COLUMN name TO full_name;
-- ruleid: sql/unsafe-migration
ALTER TABLE users ALTER COLUMN age TYPE bigint;
-- ruleid: sql/unsafe-migration
CREATE INDEX users_email ON users (email);
-- ok: sql/unsafe-migration
CREATE INDEX CONCURRENTLY users_plan ON users (plan);

-- migrate:down
-- ok: sql/unsafe-migration
DROP TABLE invoices;
