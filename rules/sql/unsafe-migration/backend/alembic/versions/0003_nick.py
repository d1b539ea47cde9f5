from alembic import op


def upgrade():
    # ruleid: sql/unsafe-migration
    op.execute("ALTER TABLE users DROP COLUMN nick")


def downgrade():
    # ok: sql/unsafe-migration
    op.execute("ALTER TABLE users DROP COLUMN nickname")
