/// Import statements.
extension PythonParser {
    /// `import a.b as c, d`
    mutating func parseImport() {
        let mark = here
        advance()
        parseCommaSeparated { parser in
            let item = parser.here
            parser.parseDottedName(role: .name)
            parser.parseAlias()
            parser.finish(.importNamespace, item)
        }
        finish(.import, mark)
    }

    /// `from ..a import b as c, d`
    mutating func parseFromImport() {
        let mark = here
        advance()
        parseSource()
        guard takeKeyword(PythonCode.import) else { return finish(.import, mark) }
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
        finish(.import, mark)
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
