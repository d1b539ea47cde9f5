class Search:
    def run(self, handler, kind):
        params = handler.params
        name = "" if "name" not in params else params["name"][0]
        # ruleid: sql/unparameterized
        self.cursor.execute("SELECT id FROM users WHERE name = '" + name + "'")
        # ok: sql/unparameterized
        self.cursor.execute("SELECT id FROM users WHERE kind = '" + kind + "'")
