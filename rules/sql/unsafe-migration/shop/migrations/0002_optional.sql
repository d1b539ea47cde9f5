-- ok: sql/unsafe-migration
ALTER TABLE "orders" ALTER COLUMN "customer_id" TYPE integer, ALTER COLUMN "customer_id" DROP NOT NULL;
-- ok: sql/unsafe-migration
ALTER TABLE "orders" ALTER COLUMN "place" SET DATA TYPE VARCHAR (40);
-- ruleid: sql/unsafe-migration
ALTER TABLE "orders" ALTER COLUMN "note" TYPE varchar(10);
-- ruleid: sql/unsafe-migration
ALTER TABLE "orders" ALTER COLUMN "note" TYPE varchar(10) USING lower("note");
