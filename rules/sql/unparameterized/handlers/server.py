from attacks import Search


class Server:
    def __init__(self):
        self.handler = Handler()

    def answer(self):
        return Search().run(self.handler, "member")
