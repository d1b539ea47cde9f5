/// Accessors and observers of variables and subscripts.
extension SwiftTreeBuilder {
    /// A variable's or subscript's braces: accessors, or the statements of a getter.
    mutating func accessorsOrBlock() {
        guard isAccessorBlock(at: index) else { return block(.body) }
        guard enter(.body) else { return }
        defer { leave() }
        let mark = mark()
        let outer = context
        context = Context(directives: outer.directives)
        advance()
        accessors()
        context = outer
        expect(.rightBrace)
        finish(.block, since: mark, role: .body)
    }

    /// Whether the braces at `place` hold accessors.
    func isAccessorBlock(at place: Int) -> Bool {
        var place = place + 1
        if isDirective(at: place) {
            while place < kinds.count - 1, !startsLine(place + 1) { place += 1 }
            place += 1
        }
        // `read { }` alone is a call; only among other accessors is it one of them.
        switch word(at: place) {
        case .read, .modify: return false
        default: return isAccessor(at: place)
        }
    }

    private func isAccessor(at start: Int) -> Bool {
        var place = start
        while place < kinds.count {
            if kinds[place] == .at {
                place = afterAttribute(place)
                continue
            }
            guard let word = word(at: place) else { return false }
            switch word {
            case .mutating, .nonmutating, .consuming, .borrowing, .consumingPrefixed, .nonisolated, .yielding:
                if word == .yielding || kinds[min(place + 1, kinds.count - 1)] == .identifier { break }
                return false
            case .`init`:
                let next = place + 1
                guard next < kinds.count else { return false }
                return kinds[next] == .leftBrace
                    || kinds[next] == .leftParenthesis && kinds[min(next + 2, kinds.count - 1)] == .rightParenthesis
                        && kinds[min(next + 3, kinds.count - 1)] == .leftBrace
            case .get, .set, .willSet, .didSet, .underscoreRead, .underscoreModify, .read, .modify, .unsafeAddress,
                .unsafeMutableAddress, .mutate, .borrow:
                return endsAccessorHead(place + 1, word)
            default: return false
            }
            place += 1
        }
        return false
    }

    /// What may follow an accessor's keyword: its body, its parameter, its effects, the next accessor or the end.
    private func endsAccessorHead(_ place: Int, _ word: SwiftWord) -> Bool {
        guard place < kinds.count else { return false }
        switch kinds[place] {
        case .leftBrace, .rightBrace, .semicolon: return true
        case .leftParenthesis:
            return kinds[min(place + 2, kinds.count - 1)] == .rightParenthesis
                && kinds[min(place + 3, kinds.count - 1)] == .leftBrace
        case .hash: return isDirective(at: place)
        default: break
        }
        return isWord(.async, at: place) || isWord(.throws, at: place) || isWord(.rethrows, at: place)
            || isAccessor(at: place)
    }

    /// Accessors up to the closing brace or the end of the `#if` clause.
    mutating func accessors() {
        while kind != .endOfFile, kind != .rightBrace, kind != .interpolationEnd {
            if context.directives > 0, isDirectiveContinuation(at: index) { return }
            let start = index
            if isAccessor(at: index) {
                accessor()
            } else if kind == .hash, codes[index] == SwiftWord.if.rawValue {
                conditionalCompilation(.accessors)
            } else {
                statement()
            }
            if index == start { errorToken() }
        }
    }

    private mutating func accessor() {
        let mark = mark()
        decorators()
        while let word = word(at: index), word == .yielding || kind(ahead: 1) == .identifier, !Self.isAccessorWord(word)
        { advance() }
        let main = token
        advance()
        if kind == .leftParenthesis { parameterList() }
        effects()
        if kind == .leftBrace { block(.body) }
        if kind == .semicolon { advance() }
        finish(.function, since: mark, main: main)
    }

    private static func isAccessorWord(_ word: SwiftWord) -> Bool {
        switch word {
        case .mutating, .nonmutating, .consuming, .borrowing, .consumingPrefixed, .nonisolated, .yielding: false
        default: true
        }
    }
}
