/// Import statements.
extension PythonParser {
    /// `lazy import a` and `lazy from a import b`, the statements after it but for when the module is loaded (PEP 810).
    mutating func parseLazyImport() {
        let mark = here
        advance()
        if code == PythonCode.import { parseImport(since: mark) } else { parseFromImport(since: mark) }
    }

    /// Whether the soft keyword at hand says how to import, and is no name.
    var startsLazyImport: Bool {
        kind(after: 1) == .keyword && (code(after: 1) == PythonCode.import || code(after: 1) == PythonCode.from)
    }

    /// `import a.b as c, d`
    mutating func parseImport(since mark: TreeBuilder.Mark) {
        let main = token
        advance()
        parseCommaSeparated { parser in
            let item = parser.here
            parser.parseDottedName(role: .name)
            parser.parseAlias()
            parser.finish(.importNamespace, item)
        }
        finish(.import, mark, main: main)
    }

    /// `from ..a import b as c, d`
    mutating func parseFromImport(since mark: TreeBuilder.Mark) {
        let main = token
        advance()
        parseSource()
        guard takeKeyword(PythonCode.import) else { return finish(.import, mark, main: main) }
        if isOperator(PythonCode.star) {
            leaf(.importNamespace)
        } else if kind == .leftParenthesis {
            advance()
            openParentheses += 1
            while kind != .rightParenthesis, !isAtLineEnd {
                let start = cursor
                parseImportItem()
                if kind != .rightParenthesis, !take(.comma) { parseError(until: .listElement) }
                if cursor == start { break }
            }
            openParentheses -= 1
            take(.rightParenthesis)
        } else {
            parseCommaSeparated { $0.parseImportItem() }
        }
        finish(.import, mark, main: main)
    }

    private mutating func parseImportItem() {
        if kind == .ellipsis, isPattern { return leaf(.ellipsis) }
        let mark = here
        parseName(role: .name)
        parseAlias()
        finish(.importItem, mark)
    }

    private mutating func parseAlias() {
        if takeKeyword(PythonCode.as) { parseName(role: .alias) }
    }

    /// The module of `from .. import`: a dotted name, after any number of dots. In a pattern `...` alone stands for any.
    private mutating func parseSource() {
        let mark = here
        if isPattern, kind == .ellipsis, !isName(kind(after: 1)) { return leaf(.ellipsis, role: .source) }
        guard kind == .dot || kind == .ellipsis else { return parseDottedName(role: .source) }
        while kind == .dot || kind == .ellipsis { advance() }
        if isName(kind) { parseDottedName(role: .name) }
        finish(.relativeModule, mark, role: .source)
    }

    private func isName(_ kind: TokenKind) -> Bool { kind == .identifier || kind == .metavariable }

    /// `a.b.c`, as members of members.
    private mutating func parseDottedName(role: Role) {
        let mark = here
        parseName(role: role)
        while kind == .dot {
            builder.setRole(.object)
            let main = token
            advance()
            parseName(role: .name)
            finish(.member, mark, main: main, role: role)
        }
    }
}
