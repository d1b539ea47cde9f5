def charge(conn, fee):
    rows = conn.execute("SELECT id, balance FROM wallets WHERE open").fetchall()
    for wallet_id, balance in rows:
        # ruleid: sql/read-modify-write
        conn.execute("UPDATE wallets SET balance = %s WHERE id = %s", (balance - fee, wallet_id))


def rank(conn):
    rows = conn.execute("SELECT id, balance FROM wallets WHERE open").fetchall()
    for wallet_id, balance in rows:
        # ok: sql/read-modify-write
        conn.execute("UPDATE wallets SET rank = %s WHERE id = %s", (balance + 1, wallet_id))


def charge_locked(conn, fee):
    rows = conn.execute("SELECT id, balance FROM wallets WHERE open FOR UPDATE").fetchall()
    for wallet_id, balance in rows:
        # ok: sql/read-modify-write
        conn.execute("UPDATE wallets SET balance = %s WHERE id = %s", (balance - fee, wallet_id))
