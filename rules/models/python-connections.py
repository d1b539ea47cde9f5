from storage import opened


def committed(user_id):
    connection = opened()
    # query: update users where sets name
    connection.execute("UPDATE users SET name = ? WHERE id = ?", ("Ada", user_id))
    connection.commit()
