CREATE TABLE IF NOT EXISTS pages ON CLUSTER default (id String, sizes Array(UInt64)) ENGINE = MergeTree ORDER BY id;
