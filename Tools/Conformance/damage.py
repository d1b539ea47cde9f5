"""Damages files at random places, and counts how many of the functions that do not hold the damage keep their tree.

    damage.py [--language python|typescript|swift] [--places COUNT] [--seed NUMBER] [--show COUNT] SYNTAX_DUMP DIRECTORY...

Damage is what editing does: bytes deleted, inserted or swapped, the rest of a line or of the file cut off. Without
--language, files of all languages are damaged, COUNT (1,000) places in each. Exit status 1 where in some language fewer than
95 % of those functions keep their tree.
"""

import argparse
import collections
import pathlib
import random
import subprocess
import sys
import tempfile

from dump import read_dumps

GOAL = 0.95
EXTENSIONS = {
    "python": [".py"],
    "typescript": [".ts", ".tsx", ".mts", ".cts", ".js", ".jsx", ".mjs", ".cjs"],
    "swift": [".swift"],
}
INSERTED = ["(", ")", "[", "]", "{", "}", '"', "'", ":", ",", ".", "=", "\n", " ", "\\", "#", "@", "x", "def ", "if ", '"""', "`", "//", "/*", ";"]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--language", choices=list(EXTENSIONS))
    parser.add_argument("--places", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--show", type=int, default=0, help="lost functions to print")
    parser.add_argument("dump")
    parser.add_argument("directories", nargs="+")
    options = parser.parse_args()
    languages = [options.language] if options.language else list(EXTENSIONS)
    good = True
    for language in languages:
        paths = list(source_files(options.directories, EXTENSIONS[language]))
        if paths:
            print(f"{language}, {len(paths)} files")
            good &= damage(paths, options)
    sys.exit(0 if good else 1)


def source_files(directories, extensions):
    for directory in directories:
        for path in sorted(pathlib.Path(directory).rglob("*")):
            if path.suffix not in extensions or {".git", "node_modules"} & set(path.parts) or not path.is_file():
                continue
            if 2_000 < path.stat().st_size < 60_000:
                yield path


def damage(paths, options):
    """Whether enough functions survive."""
    chance = random.Random(options.seed)
    kept, lost = collections.Counter(), collections.Counter()
    with tempfile.TemporaryDirectory() as folder:
        cases = [Case(folder, number, chance.choice(paths), chance) for number in range(options.places)]
        whole = dumps(options.dump, [case.path for case in cases])
        damaged = dumps(options.dump, [case.damaged_path for case in cases])
        for case, before, after in zip(cases, whole, damaged):
            trees = function_trees(after)
            for span, tree in function_trees(before).items():
                if not case.is_undamaged(span):
                    continue
                if trees.get(case.moved(span)) == tree:
                    kept[case.kind] += 1
                else:
                    lost[case.kind] += 1
                    if sum(lost.values()) <= options.show:
                        print(f"{case.path}: {case.description}: lost {case.source[span[0]:span[1]][:50]!r}")
    for kind in sorted(kept | lost):
        line(kind, kept[kind], lost[kind])
    return line("all", sum(kept.values()), sum(lost.values()))


def line(title, kept, lost):
    share = kept / max(1, kept + lost)
    print(f"{title:10} {kept:7} of {kept + lost:7}  {share:7.2%}")
    return share >= GOAL


class Case:
    """One file with one damage: the bytes from `start` to `end` replaced."""

    def __init__(self, folder, number, path, chance):
        self.path = path
        self.source = path.read_bytes()
        self.kind = chance.choice(["delete", "insert", "swap", "half-line", "truncate"])
        place = chance.randrange(len(self.source))
        line_end = self.source.find(b"\n", place)
        line_end = len(self.source) if line_end < 0 else line_end
        self.start, self.end, replacement = place, place, b""
        if self.kind == "delete":
            self.end = min(len(self.source), place + chance.randint(1, 5))
        elif self.kind == "insert":
            replacement = chance.choice(INSERTED).encode()
        elif self.kind == "swap":
            self.end = min(len(self.source), place + 2)
            replacement = self.source[place:self.end][::-1]
        elif self.kind == "half-line":
            self.end = line_end
        else:
            self.end = len(self.source)
        self.shift = len(replacement) - (self.end - self.start)
        self.description = f"{self.kind} at {place}: {self.source[self.start:self.end][:20]!r} -> {replacement!r}"
        self.damaged_path = pathlib.Path(folder, f"{number}{path.suffix}")
        self.damaged_path.write_bytes(self.source[:self.start] + replacement + self.source[self.end:])

    def is_undamaged(self, span):
        return span[1] < self.start or span[0] > self.end

    def moved(self, span):
        return span if span[1] < self.start else (span[0] + self.shift, span[1] + self.shift)


def dumps(executable, paths):
    with tempfile.NamedTemporaryFile("w", suffix=".list") as names:
        names.write("".join(f"{path}\n" for path in paths))
        names.flush()
        process = subprocess.Popen([executable, "--files-from", names.name], stdout=subprocess.PIPE, text=True)
        yield from read_dumps(process.stdout)


def function_trees(dump):
    """Of each function and closure by its span: the kinds, roles and places, relative to it, of its nodes."""
    trees = {}
    nodes = dump.nodes
    for index, node in enumerate(nodes):
        if node.kind not in ("function", "lambda"):
            continue
        end = index + 1
        while end < len(nodes) and nodes[end].parent is not None and nodes[end].parent >= index:
            end += 1
        trees[(node.start, node.end)] = [
            (item.kind, item.role, item.start - node.start, item.end - node.start) for item in nodes[index + 1:end]
        ]
    return trees


if __name__ == "__main__":
    main()
