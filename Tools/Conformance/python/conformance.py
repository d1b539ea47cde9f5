"""Compares Lintel's tokens and trees of Python files with those of the CPython that runs this.

    conformance.py [--limit MEGABYTES] [--show COUNT] SYNTAX_DUMP DIRECTORY...

SYNTAX_DUMP is the executable of Tools/SyntaxDump. Files that this CPython cannot parse are left out. Exit status 1 where
fewer than 99.9 % of the files have the same token boundaries, or fewer than 99.5 % of the spans of some kind are the same.
"""

import argparse
import collections
import pathlib
import subprocess
import sys
import tempfile
import warnings

import reference_tokens
import reference_tree

# What all languages share.
sys.path.append(str(pathlib.Path(__file__).resolve().parent.parent))
from dump import read_dumps

TOKEN_GOAL = 0.999
SPAN_GOAL = 0.995


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--limit", type=float, default=10, help="megabytes of source to compare")
    parser.add_argument("--show", type=int, default=20, help="disagreements to print of each kind")
    parser.add_argument("dump")
    parser.add_argument("directories", nargs="+")
    options = parser.parse_args()
    warnings.simplefilter("ignore")
    report = Report(options.show)
    files = readable_files(options.directories, int(options.limit * 1e6))
    for dump in dumps_of(options.dump, files):
        report.compare(dump)
    sys.exit(0 if report.finish() else 1)


def readable_files(directories, limit):
    """Paths of files that this CPython parses, until `limit` bytes are together."""
    total = 0
    for directory in directories:
        for path in sorted(pathlib.Path(directory).rglob("*.py")):
            if not path.is_file():
                continue
            source = path.read_bytes()
            if total + len(source) > limit:
                return
            if reference_tree.parse(source) is not None:
                total += len(source)
                yield path


def dumps_of(executable, files):
    with tempfile.NamedTemporaryFile("w", suffix=".list") as names:
        for path in files:
            names.write(f"{path}\n")
        names.flush()
        process = subprocess.Popen([executable, "--files-from", names.name], stdout=subprocess.PIPE, text=True)
        yield from read_dumps(process.stdout)
        if process.wait() != 0:
            sys.exit("the dump failed")


class Report:
    """Counts agreements, and prints the first disagreements."""

    def __init__(self, shown):
        self.shown = shown
        self.files = 0
        self.bytes = 0
        self.files_with_same_tokens = 0
        self.files_without_errors = 0
        self.same = collections.Counter()
        self.expected = collections.Counter()
        self.printed = collections.Counter()

    def compare(self, dump):
        source = pathlib.Path(dump.path).read_bytes()
        self.files += 1
        self.bytes += len(source)
        self.compare_tokens(dump, source)
        errors = [node for node in dump.nodes if node.kind == "error"]
        self.files_without_errors += not errors
        for node in errors:
            self.show("error node", dump.path, source, node.start, node.end)
        expected = reference_tree.spans(source)
        found = reference_tree.spans_of_dump(dump, source)
        for kind in expected.keys() | found.keys():
            wanted, got = expected[kind], found[kind]
            common = sum((wanted & got).values())
            self.same[kind] += common
            self.expected[kind] += max(sum(wanted.values()), sum(got.values()))
            for title, difference in (("CPython only", wanted - got), ("Lintel only", got - wanted)):
                for start, end in sorted(difference):
                    self.show(f"{kind}, {title}", dump.path, source, start, end)

    def compare_tokens(self, dump, source):
        expected = reference_tokens.tokens(source)
        found = reference_tokens.tokens_of_dump(dump)
        if expected == found:
            self.files_with_same_tokens += 1
            return
        for wanted, got in zip(expected + [("none", -1, -1)], found + [("none", -1, -1)]):
            if wanted != got:
                self.show(f"tokens, {wanted} is {got}", dump.path, source, wanted[1], max(wanted[2], wanted[1] + 20), "tokens")
                break

    def show(self, title, path, source, start, end, key=None):
        key = key or title
        self.printed[key] += 1
        if self.printed[key] <= self.shown:
            line = source.count(b"\n", 0, max(start, 0)) + 1
            print(f"{path}:{line}: {title}: {source[max(start, 0):end][:70]!r}")

    def finish(self):
        print(f"\nCPython {sys.version.split()[0]}: {self.files} files, {self.bytes / 1e6:.1f} MB")
        good = self.line("files with the same tokens", self.files_with_same_tokens, self.files, TOKEN_GOAL)
        good &= self.line("files without error nodes", self.files_without_errors, self.files, TOKEN_GOAL)
        for kind in sorted(self.expected):
            good &= self.line(kind, self.same[kind], self.expected[kind], SPAN_GOAL)
        return good and self.files > 0

    def line(self, title, same, total, goal):
        share = same / total if total else 1
        print(f"{title:28} {same:9} of {total:9}  {share:9.4%}{'' if share >= goal else '  BELOW THE GOAL'}")
        return share >= goal


if __name__ == "__main__":
    main()
