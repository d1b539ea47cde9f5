import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade():
    # SQLite changes a table by making it anew.
    op.execute("CREATE TABLE users_new (id integer PRIMARY KEY, nick text)")
    op.execute("INSERT INTO users_new SELECT id, nick FROM users")
    # ok: sql/unsafe-migration
    op.execute("DROP TABLE users")
    # ok: sql/unsafe-migration
    op.execute("ALTER TABLE users_new RENAME TO users")
    # ok: sql/unsafe-migration
    op.execute("ALTER TABLE orders RENAME TO orders_old")
    op.create_table("orders", sa.Column("id", sa.Integer, primary_key=True))
    # ok: sql/unsafe-migration
    op.execute("DROP TABLE orders_old")
    # ruleid: sql/unsafe-migration
    op.execute("DROP TABLE sessions")
    # ruleid: sql/unsafe-migration
    op.execute("ALTER TABLE teams RENAME TO groups")


def downgrade():
    op.execute("DROP TABLE orders")
