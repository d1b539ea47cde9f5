ALTER TABLE users ADD COLUMN plan text;
CREATE TABLE plans (id bigserial PRIMARY KEY, owner_id bigint);
