from django.db import migrations


class Migration(migrations.Migration):
    operations = [
        # ruleid: sql/unsafe-migration
        migrations.RunSQL("ALTER TABLE orders DROP COLUMN legacy", reverse_sql="ALTER TABLE orders ADD COLUMN legacy text"),
        # ok: sql/unsafe-migration
        migrations.RunSQL("UPDATE orders SET state = 'new'"),
    ]
