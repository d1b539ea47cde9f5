def shown(conn, users, first):
    page = users.page(first, 50)
    names = []
    for user in page.items:
        # ruleid: sql/n-plus-one
        names.append(conn.execute("SELECT name FROM users WHERE id = ?", (user.id,)).fetchone())
    for user in page:
        # ruleid: sql/n-plus-one
        names.append(conn.execute("SELECT name FROM users WHERE id = ?", (user.id,)).fetchone())
    for user in users.page(first + 50, 50):
        # ruleid: sql/n-plus-one
        names.append(conn.execute("SELECT name FROM users WHERE id = ?", (user.id,)).fetchone())
    # A page at a time.
    for some in users.pages(50):
        # ok: sql/n-plus-one
        names.extend(conn.execute("SELECT name FROM users WHERE id = ANY(?)", (some,)).fetchall())
    return names


def opened(pool, ids):
    names = []
    for user_id in ids:
        # To open a connection anew does not make it another database.
        with pool.connection() as conn, conn.cursor() as cursor:
            # ruleid: sql/n-plus-one
            cursor.execute("SELECT name FROM users WHERE id = %s", (user_id,))
            names.append(cursor.fetchone())
    return names


def everywhere(connect, tenants):
    counts = {}
    for tenant in tenants:
        with connect(tenant.url) as conn, conn.cursor() as cursor:
            # ok: sql/n-plus-one
            cursor.execute("SELECT count(*) FROM users WHERE tenant = %s", (tenant.id,))
            counts[tenant] = cursor.fetchone()
    return counts
