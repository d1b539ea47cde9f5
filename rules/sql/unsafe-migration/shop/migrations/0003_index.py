from django.db import migrations


def remove_index(apps, schema_editor):
    schema_editor.execute("DROP INDEX IF EXISTS orders_note")


def add_index(apps, schema_editor):
    # ok: sql/unsafe-migration
    schema_editor.execute("CREATE INDEX CONCURRENTLY x ON orders (note); ALTER TABLE orders DROP COLUMN note")


def drop_column(apps, schema_editor):
    # ruleid: sql/unsafe-migration
    schema_editor.execute("ALTER TABLE orders DROP COLUMN customer_id")


class Migration(migrations.Migration):
    operations = [
        migrations.RunPython(code=remove_index, reverse_code=add_index, elidable=True),
        migrations.RunPython(code=drop_column, reverse_code=migrations.RunPython.noop),
    ]
