export async function up(queryRunner: QueryRunner): Promise<void> {
  switch (config.type) {
    case Database.POSTGRES:
      // ruleid: sql/unsafe-migration
      await queryRunner.query('CREATE INDEX "users_plan" ON "users" ("plan")');
      break;
    case Database.BETTER_SQLITE3:
      // ok: sql/unsafe-migration
      await queryRunner.query('CREATE INDEX "users_plan" ON "users" ("plan")');
      break;
  }
}
