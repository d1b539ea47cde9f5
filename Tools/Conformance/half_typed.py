"""Puts half-typed lines into route files, and counts how many of the routes around them `lintel routes` still lists.

    half_typed.py [--language python|typescript|swift] [--places COUNT] [--seed NUMBER] [--show COUNT] LINTEL SYNTAX_DUMP DIRECTORY...

A half-typed line is the beginning of a line of some file of the same language, put in as a line of its own between two
statements or members, at a random place of a file that has routes: COUNT (1,000) places a language. The routes around it
are those whose statement or function, as SYNTAX_DUMP has it, does not hold the place. A line that opens a comment of several lines or a text that may
have several is counted apart: to the language's own compiler, too, what follows it is comment or text. Exit status 1 where
in some language another line hides more than one route in a thousand.
"""

import argparse
import collections
import json
import pathlib
import random
import re
import subprocess
import sys
import tempfile

from dump import read_dumps

GOAL = 0.999
EXTENSIONS = {"python": [".py"], "typescript": [".ts", ".tsx", ".js", ".mjs"], "swift": [".swift"]}
BLOCKS = {"file", "block"}
STATEMENTS = {"function", "expressionStatement", "variableDeclaration", "field", "export", "return"}
# What may hold the lines after it, if it stands an odd number of times in a line.
OPENINGS = {"python": ['\"\"\"', "'''"], "typescript": ["`", "/*"], "swift": ['"""', "/*"]}


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--language", choices=list(EXTENSIONS))
    parser.add_argument("--places", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--show", type=int, default=0, help="hidden routes to print")
    parser.add_argument("lintel", type=pathlib.Path)
    parser.add_argument("dump", type=pathlib.Path)
    parser.add_argument("directories", nargs="+")
    options = parser.parse_args()
    good = True
    for language, extensions in EXTENSIONS.items():
        paths = list(source_files(options.directories, extensions))
        if paths and options.language in (None, language):
            good &= measure(language, paths, options)
    sys.exit(0 if good else 1)


def source_files(directories, extensions):
    for directory in directories:
        for path in sorted(pathlib.Path(directory).rglob("*")):
            if path.suffix in extensions and not {".git", "node_modules"} & set(path.parts) and path.is_file():
                if path.stat().st_size < 60_000:
                    yield path


def measure(language, paths, options):
    """Whether enough routes stay."""
    chance = random.Random(options.seed)
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        # Each alone, as its damaged copies will be: what a file says of its routes may depend on others.
        whole = [(path, routes_of(options.lintel, folder, path, path.read_bytes())) for path in paths if may_route(path)]
        known = [(path, routes, Places(options.dump, path)) for path, routes in whole if routes]
        if not known:
            return True
        cases = [Case(language, *chance.choice(known), paths, chance) for _ in range(options.places)]
        after = [routes_of(options.lintel, folder, case.path, case.damaged) for case in cases]
    kept, hidden = collections.Counter(), collections.Counter()
    for case, routes in zip(cases, after):
        left = collections.Counter((method, path) for method, path, _ in routes)
        for route in case.around():
            if left[route] > 0:
                left[route] -= 1
                kept[case.opens] += 1
            else:
                hidden[case.opens] += 1
                if sum(hidden.values()) <= options.show:
                    print(f"{case.path}:{case.line + 1}: {case.text!r} hides {route}")
    print(f"{language}, {len(known)} files with routes")
    share = line("half-typed code", kept[False], hidden[False])
    line("that opens a comment or text", kept[True], hidden[True])
    return share >= GOAL


def line(title, kept, hidden):
    share = kept / max(1, kept + hidden)
    print(f"  {title:30} {kept:7} of {kept + hidden:7} routes around it kept  {share:8.3%}")
    return share


def may_route(path):
    """Whether it is worth asking for the routes of a file: the method of a request stands in every file that has some."""
    return re.search(rb"get|post|put|patch|delete|path|route", path.read_bytes(), re.IGNORECASE) is not None


def routes_of(lintel, folder, path, text):
    """Method, path and line (from 0) of the handler of each route of a file that stands alone."""
    copy = folder / path.name
    copy.write_bytes(text)
    command = [lintel.resolve(), "routes", "--no-config", "--format", "json", copy.name]
    output = subprocess.run(command, cwd=folder, capture_output=True)
    copy.unlink()
    if output.returncode != 0:
        sys.exit(f"half_typed.py: lintel ended with status {output.returncode}: {output.stderr.decode()[:500]}")
    return [(route["method"], route["path"], route["line"] - 1) for route in json.loads(output.stdout)["routes"]]


class Places:
    """Where statements and members start in a file, and what each line is a part of. Lines are counted from 0."""

    def __init__(self, dump, path):
        process = subprocess.Popen([dump, path], stdout=subprocess.PIPE, text=True)
        nodes = [node for file in read_dumps(process.stdout) for node in file.nodes]
        source = path.read_bytes()
        self.lines = source.split(b"\n")
        self.statements = {}
        self.between = []
        start = 0
        for number, text in enumerate(self.lines):
            place = start + len(text) - len(text.lstrip())
            holders = [node for node in nodes if node.start <= place < node.end and node.kind in STATEMENTS]
            if holders:
                inner = min(holders, key=lambda node: node.end - node.start)
                self.statements[number] = tuple(source.count(b"\n", 0, end) for end in (inner.start, inner.end))
            around = [node for node in nodes if node.start < place < node.end or node.kind in BLOCKS and node.start == place]
            if text.strip() and (not around or min(around, key=lambda node: node.end - node.start).kind in BLOCKS):
                self.between.append(number)
            start += len(text) + 1


class Case:
    """One file with a half-typed line before its line `line`, from 0."""

    def __init__(self, language, path, routes, places, paths, chance):
        self.path = path
        self.routes = routes
        self.places = places
        self.line = chance.choice(places.between)
        self.text = self.half_line(paths, chance)
        self.opens = any(self.text.count(opening.encode()) % 2 for opening in OPENINGS[language])
        lines = places.lines
        indentation = lines[self.line][: len(lines[self.line]) - len(lines[self.line].lstrip())]
        self.damaged = b"\n".join([*lines[: self.line], indentation + self.text, *lines[self.line :]])

    @staticmethod
    def half_line(paths, chance):
        while True:
            lines = [text.strip() for text in chance.choice(paths).read_bytes().split(b"\n")]
            text = chance.choice(lines)
            text = text[: chance.randrange(len(text) + 1)]
            # Closing brackets alone are no line that somebody begins.
            if re.search(rb"\w", text):
                return text

    def around(self):
        """The routes that have to stay. Their handler may be another: the line may begin one that has its name."""
        for method, path, number in self.routes:
            first, last = self.places.statements.get(number, (number, number))
            if not first < self.line <= last:
                yield method, path


if __name__ == "__main__":
    main()
