export async function up(queryInterface: any) {
  await queryInterface.sequelize.query('CREATE TABLE IF NOT EXISTS tenants (id int)')
  for (const table of ['tenants']) {
    // One of those that are new, by its name.
    // ok: sql/unsafe-migration
    await queryInterface.sequelize.query(`CREATE INDEX ${table}_idx ON ${table} (id)`)
  }
}
