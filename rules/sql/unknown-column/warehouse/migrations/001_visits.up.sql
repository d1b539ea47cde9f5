CREATE TABLE visits (id String, started DateTime64(3)) ENGINE = MergeTree ORDER BY id;
