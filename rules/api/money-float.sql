CREATE TABLE orders (
  id bigint PRIMARY KEY,
  -- ruleid: api/money-float
  price double precision NOT NULL,
  -- ruleid: api/money-float
  "unit_cost" FLOAT,
  -- ok: api/money-float
  fee numeric(10, 2),
  -- ok: api/money-float
  weight real,
  -- ok: api/money-float
  total_cents bigint
);

-- ruleid: api/money-float
ALTER TABLE orders ADD COLUMN tax real;
