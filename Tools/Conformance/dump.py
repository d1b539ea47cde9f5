"""Reads the output of Tools/SyntaxDump."""

import collections

Token = collections.namedtuple("Token", "kind start end")
Node = collections.namedtuple("Node", "role kind start end main parent children")


class Dump:
    """The tokens and nodes of one file. A node's `parent` and `children` are indices into `nodes`."""

    def __init__(self, path):
        self.path = path
        self.tokens = []
        self.comments = []
        self.nodes = []

    def read(self, line, ancestors):
        tag, *fields = line.split()
        if tag == "t":
            self.tokens.append(Token(fields[0], int(fields[1]), int(fields[2])))
        elif tag == "c":
            self.comments.append((int(fields[0]), int(fields[1])))
        elif tag == "n":
            depth, role, kind, start, end, main, _ = fields
            del ancestors[int(depth):]
            parent = ancestors[-1] if ancestors else None
            if parent is not None:
                self.nodes[parent].children.append(len(self.nodes))
            ancestors.append(len(self.nodes))
            self.nodes.append(Node(role, kind, int(start), int(end), int(main), parent, []))


def read_dumps(lines):
    dump = None
    ancestors = []
    for line in lines:
        if line.startswith("file "):
            if dump is not None:
                yield dump
            dump = Dump(line[len("file "):].rstrip("\n").rsplit(" ", 1)[0])
            ancestors = []
        else:
            dump.read(line, ancestors)
    if dump is not None:
        yield dump
