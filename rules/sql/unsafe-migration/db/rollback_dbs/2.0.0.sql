-- ok: sql/unsafe-migration
DROP TABLE invoices_v2;
