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

-- ok: sql/unsafe-migration
CREATE INDEX measures_time ON measures (taken_at DESC, sensor_id) WITH (timescaledb.transaction_per_chunk);
-- ruleid: sql/unsafe-migration
CREATE INDEX measures_value ON measures (value) WITH (fillfactor = 70);

-- A column under another name until the old one is gone.
ALTER TABLE teams ADD COLUMN tenant_new uuid;
UPDATE teams SET tenant_new = tenants.id FROM tenants WHERE tenants.name = teams.tenant;
-- ok: sql/unsafe-migration
ALTER TABLE teams ALTER COLUMN tenant_new TYPE text;
-- ruleid: sql/unsafe-migration
ALTER TABLE teams DROP COLUMN tenant;
-- ok: sql/unsafe-migration
ALTER TABLE teams RENAME COLUMN tenant_new TO tenant;
-- ruleid: sql/unsafe-migration
ALTER TABLE teams DROP COLUMN size;
ALTER TABLE teams ADD COLUMN size bigint;
-- ruleid: sql/unsafe-migration
ALTER TABLE teams ADD COLUMN rank integer NOT NULL;

-- What a block makes is as new as what a statement makes.
DO $$
DECLARE
    names text[] := ARRAY['a', 'b'];
BEGIN
    CREATE TABLE IF NOT EXISTS public.spans AS (SELECT id FROM measures);
END $$;
-- ok: sql/unsafe-migration
CREATE INDEX spans_id ON spans (id);
-- ok: sql/unsafe-migration
DROP TABLE spans;

-- migrate:down
-- ok: sql/unsafe-migration
DROP TABLE invoices;
