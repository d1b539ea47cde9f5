/// A piece of a file that both parsers find, by bytes.
struct Span: Hashable, Comparable {
    var start: Int
    var end: Int

    static func < (left: Span, right: Span) -> Bool {
        left.start != right.start ? left.start < right.start : left.end > right.end
    }
}

/// What is compared, one kind of span at a time.
enum SpanKind: String, CaseIterable {
    case function, closure, type, call, argument, interpolatedString, interpolation, statement, clause
}

/// What one parser finds in a file.
struct Findings {
    /// The tokens, without white space and comments.
    var tokens: [Span] = []
    /// Ranges that one of the parsers cuts finer than the other; each counts as one token.
    var atoms: [Span] = []
    var spans: [SpanKind: Set<Span>] = [:]

    mutating func add(_ kind: SpanKind, _ start: Int, _ end: Int) {
        spans[kind, default: []].insert(Span(start: start, end: end))
    }

    /// The tokens, with those inside an atom joined.
    func tokens(joining atoms: [Span]) -> [Span] {
        var joined = atoms
        var atom = 0
        for token in tokens where token.end > token.start {
            while atom < atoms.count, atoms[atom].end <= token.start { atom += 1 }
            let isInside = atom < atoms.count && atoms[atom].start <= token.start && token.end <= atoms[atom].end
            if !isInside { joined.append(token) }
        }
        return joined.sorted()
    }
}
