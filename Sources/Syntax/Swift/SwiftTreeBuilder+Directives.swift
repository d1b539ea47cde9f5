/// `#if` around statements, members, switch clauses and accessors.
extension SwiftTreeBuilder {
    /// What the clauses of a `#if` hold.
    enum ClauseContent {
        case statements, cases, accessors
    }

    func isDirectiveContinuation(at place: Int) -> Bool {
        guard place < kinds.count, kinds[place] == .hash else { return false }
        switch SwiftWord(rawValue: codes[place]) {
        case .else, .elseif, .endif: return true
        default: return false
        }
    }

    func isDirective(at place: Int) -> Bool {
        place < kinds.count && kinds[place] == .hash
            && (codes[place] == SwiftWord.if.rawValue || isDirectiveContinuation(at: place))
    }

    mutating func conditionalCompilation(_ content: ClauseContent = .statements) {
        let mark = mark()
        context.directives += 1
        repeat {
            skipDirective()
            clause(content)
        } while kind == .hash && isDirectiveContinuation(at: index) && codes[index] != SwiftWord.endif.rawValue
        context.directives -= 1
        if kind == .hash, codes[index] == SwiftWord.endif.rawValue { advance() } else { missing() }
        finish(.conditionalCompilation, since: mark)
    }

    /// The directive and its condition, to the end of the line.
    mutating func skipDirective() {
        advance()
        while kind != .endOfFile, !startsLine(index) { advance() }
    }

    private mutating func clause(_ content: ClauseContent) {
        let mark = mark()
        switch content {
        case .statements:
            statements()
        case .cases: caseClauses()
        case .accessors: accessors()
        }
        finish(.block, since: mark)
    }
}
