"""Spans of CPython's `ast` by kind, as counters of (start byte, end byte), and Lintel's in the same terms."""

import ast
import collections
import re
import sys

# Before 3.12 the places inside f-strings are wrong.
KNOWS_INTERPOLATIONS = sys.version_info >= (3, 12)

STATEMENTS = {
    "expressionStatement", "return", "throw", "break", "continue", "empty", "delete", "assert", "scopeDeclaration",
    "import", "if", "while", "forEach", "switch", "try", "with", "typeAlias",
}
STRINGS = {"string", "interpolatedString", "concatenatedString"}
LINE_END = re.compile(rb"\r\n|\n|\r")


def parse(source):
    """The module; None where this CPython cannot parse it."""
    try:
        return ast.parse(source)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None


# MARK: CPython


class Spans(ast.NodeVisitor):
    def __init__(self, source):
        self.counts = collections.defaultdict(collections.Counter)
        self.starts = [0] + [match.end() for match in LINE_END.finditer(source)]
        self.mark_length = 3 if source.startswith(b"\xef\xbb\xbf") else 0

    def offset(self, line, column):
        return self.starts[line - 1] + column + (self.mark_length if line == 1 else 0)

    def span(self, node):
        return self.offset(node.lineno, node.col_offset), self.offset(node.end_lineno, node.end_col_offset)

    def add(self, kind, node):
        self.counts[kind][self.span(node)] += 1

    def visit(self, node):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            self.add("functions", node)
        elif isinstance(node, ast.ClassDef):
            self.add("classes", node)
        elif isinstance(node, ast.stmt):
            self.add("statements", node)
        elif isinstance(node, ast.Call):
            self.add("calls", node)
        elif isinstance(node, ast.Lambda):
            self.add("lambdas", node)
        if isinstance(node, (ast.Call, ast.ClassDef)):
            for argument in (node.args if isinstance(node, ast.Call) else node.bases) + node.keywords:
                self.add("arguments", argument)
        if isinstance(node, ast.Constant) and isinstance(node.value, (str, bytes)):
            self.add("strings", node)
        if is_interpolated(node):
            self.visit_interpolated(node)
        else:
            self.generic_visit(node)

    def visit_interpolated(self, node):
        self.add("strings", node)
        if KNOWS_INTERPOLATIONS:
            for value in node.values:
                self.visit_interpolation(value)

    def visit_interpolation(self, node):
        if isinstance(node, ast.Constant):
            return
        self.add("interpolations", node)
        self.visit(node.value)
        if node.format_spec is not None:
            for value in node.format_spec.values:
                self.visit_interpolation(value)


def is_interpolated(node):
    return type(node).__name__ in ("JoinedStr", "TemplateStr")


def spans(source):
    visitor = Spans(source)
    visitor.visit(parse(source))
    return visitor.counts


# MARK: Lintel


def spans_of_dump(dump, source):
    counts = collections.defaultdict(collections.Counter)
    nodes = dump.nodes
    hidden = [False] * len(nodes)
    for index, node in enumerate(nodes):
        parent = nodes[node.parent] if node.parent is not None else None
        if parent is not None:
            hidden[index] = hidden[node.parent] or (parent.kind == "interpolatedString" and not KNOWS_INTERPOLATIONS)
        if hidden[index]:
            continue
        kind, span = node.kind, (node.start, node.end)
        if kind == "function":
            before = source[:node.main].rstrip(b" \t\\\r\n")
            is_async = before.endswith(b"async") and len(before) - 5 >= node.start
            counts["functions"][(len(before) - 5 if is_async else node.main, node.end)] += 1
        elif kind == "class":
            counts["classes"][(node.main, node.end)] += 1
            for child in node.children:
                if nodes[child].role == "supertype":
                    counts["arguments"][bare(nodes, nodes[child])] += 1
        elif kind in STATEMENTS:
            counts["statements"][span] += 1
        elif kind == "lambda":
            counts["lambdas"][span] += 1
        elif kind == "call" and not is_pattern(nodes, node):
            counts["calls"][span] += 1
            for child in nodes[node.children[-1]].children:
                counts["arguments"][bare(nodes, nodes[child])] += 1
        elif kind in STRINGS:
            if parent.kind != "concatenatedString" and node.role != "format":
                counts["strings"][span] += 1
        elif kind == "interpolation":
            counts["interpolations"][span] += 1
    return counts


def bare(nodes, node):
    """The span of an expression without the parentheses around it; of a generator that is a call's only argument, with the
    call's parentheses."""
    while node.kind == "parenthesized":
        node = nodes[node.children[0]]
    if node.kind == "comprehension" and node.main < node.start:
        return nodes[node.parent].start, nodes[node.parent].end
    return node.start, node.end


def is_pattern(nodes, node):
    """Whether a call is a class pattern of a `case`."""
    while node.parent is not None:
        if node.role == "pattern" and nodes[node.parent].kind == "case":
            return True
        if node.role in ("body", "condition"):
            return False
        node = nodes[node.parent]
    return False
