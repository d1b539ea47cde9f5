CREATE TABLE users (id bigserial PRIMARY KEY, email text UNIQUE, nickname text, created_at timestamptz);
CREATE TABLE orders (id bigserial PRIMARY KEY, user_id bigint REFERENCES users (id), total numeric, status text);
CREATE INDEX orders_user_status ON orders (user_id, status);
