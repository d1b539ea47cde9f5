/// A rule's pattern: statements as in a file, or a part of the language that is no statement by itself.
extension SwiftTreeBuilder {
    mutating func fragments() {
        while kind != .endOfFile {
            let start = index
            fragment()
            if kind == .comma, index > start { advance() }
            if index == start { errorToken() }
            if kind != .endOfFile, !startsLine(index), kinds[index - 1] != .semicolon, kinds[index - 1] != .comma {
                missing()
            }
        }
    }

    private mutating func fragment() {
        switch kind {
        case .rightBrace, .interpolationEnd: return errorToken()
        case .identifier, .keyword, .metavariable:
            // `label: value`, unless the name is a loop's.
            if kind(ahead: 1) == .colon, !at(.default), !isLoop(at: index + 2) {
                labeledArgument()
                return
            }
        default: break
        }
        let mark = mark()
        statement()
        // `"key": value`.
        guard kind == .colon, builder.lastKind == .expressionStatement else { return }
        let statement = index
        builder.rewind(to: mark)
        index = Int(mark.token)
        expression(.key)
        guard kind == .colon, index == statement else { return }
        let colon = token
        advance()
        expression(.value)
        finish(.pair, since: mark, main: colon)
    }

    private func isLoop(at place: Int) -> Bool {
        switch word(at: place) {
        case .for, .while, .repeat, .do, .if, .switch: true
        default: false
        }
    }

    /// After attributes: a declaration, or in a pattern nothing.
    mutating func afterDecorators(_ mark: TreeBuilder.Mark) {
        if isDeclaration(at: index) || context.caseMeaning == .enumeration && at(.case) {
            declaration(mark)
        } else if kind == .leftBrace || kind == .hash && !isDirective(at: index) {
            expressionStatement(mark)
        } else if !isPattern {
            errors += 1
            finish(.error, since: mark)
        }
    }
}
