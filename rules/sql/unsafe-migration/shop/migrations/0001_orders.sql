CREATE TABLE "orders" ("id" integer NOT NULL PRIMARY KEY, "customer_id" integer NOT NULL, "note" varchar(20) NOT NULL, "place" varchar(40));
