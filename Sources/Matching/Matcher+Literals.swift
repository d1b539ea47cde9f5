import SourceText
import Syntax

extension Matcher {
    /// Matches a literal of the pattern with a literal, or with an expression that folds to one. Returns whether the
    /// pattern node was a literal that this decides.
    func matchLiteral(_ p: NodeIndex, _ node: NodeIndex, _ next: () -> Void) -> Bool {
        switch pattern.tree.kind(p) {
        case .concatenatedString where isConcatenationOfHoles(p):
            guard tree.kind(node) == .concatenatedString else { return true }
            matchParts(tables.children[Int(p)][...], Array(tree.children(node))[...], next)
            return true
        case .string, .concatenatedString, .stringText:
            guard let wanted = pattern.strings[Int(p)] else { return false }
            matchString(wanted, p, node, next)
            return true
        case .number, .boolean, .null:
            guard let value = foldedConstant(node) else {
                // `None` and `null` are names in some positions.
                if pattern.tree.text(p).elementsEqual(tree.text(node)) { next() }
                return true
            }
            if let wanted = Matcher.literalValue(p, in: pattern), isSame(wanted, value) { next() }
            return true
        case .regex:
            matchRegex(p, node, next)
            return true
        default:
            return false
        }
    }

    /// Whether two values are the same to the language; where it has one kind of number, `1` is `1.0`.
    private func isSame(_ left: Constant, _ right: Constant) -> Bool {
        switch (left, right) {
        case (.integer(let integer), .float(let float)), (.float(let float), .integer(let integer)):
            target.evaluation.division == .exact && Double(integer) == float
        default: left == right
        }
    }

    /// Whether some of the literals side by side are `"..."`.
    private func isConcatenationOfHoles(_ p: NodeIndex) -> Bool {
        tables.children[Int(p)].contains { if case .anything? = pattern.strings[Int($0)] { true } else { false } }
    }

    /// The literal that a name stands for, through further names.
    private func literal(behind node: NodeIndex) -> NodeIndex {
        var node = node
        for _ in 0..<8 {
            guard options.constantPropagation, let value = value(of: node) else { break }
            node = unparenthesized(value)
        }
        return node
    }

    /// Whether all that a string is put together from are strings.
    private func joinsStrings(_ node: NodeIndex) -> Bool {
        tree.children(node).allSatisfy { part in
            switch tree.kind(part) {
            case .interpolatedString: return joinsStrings(part)
            case .interpolation:
                switch tree.child(part, .value).flatMap({ target.constant($0) }) {
                case .string, .someString: return true
                default: return false
                }
            default: return true
            }
        }
    }

    private func foldedConstant(_ node: NodeIndex) -> Constant? {
        // What a call makes of constants is no literal.
        if tree.kind(node) == .call { return nil }
        if tree.kind(node) == .interpolatedString || tree.kind(node) == .concatenatedString, !joinsStrings(node) {
            return nil
        }
        if !options.constantPropagation, target.semantics.folded[Int(node)] >= 0 { return nil }
        return target.constant(node)
    }

    private static func literalValue(_ p: NodeIndex, in pattern: Pattern) -> Constant? {
        let text = pattern.tree.text(p)
        switch pattern.tree.kind(p) {
        case .number: return NumberLiteral.value(of: text)
        case .boolean: return .boolean(text.first == UInt8(ascii: "t") || text.first == UInt8(ascii: "T"))
        default: return .null
        }
    }

    private func matchString(_ wanted: StringPattern, _ p: NodeIndex, _ node: NodeIndex, _ next: () -> Void) {
        if InterpolatedSpelling.holds(for: pattern.tree.text(p)) {
            guard isInterpolatedLiteral(node) else { return }
            if case .anything = wanted { return next() }
            if case .metavariable(let slot) = wanted, pattern.tree.text(p).dropFirst().starts(with: "$...".utf8) {
                return bind(Int32(slot), nodes: Array(tree.children(node))[...], next)
            }
        }
        let constant = foldedConstant(node)
        if case .someString? = constant, case .anything = wanted { return next() }
        guard case .string(let value)? = constant else { return }
        switch wanted {
        case .anything:
            next()
        case .exactly(let text):
            if value == text { next() }
        case .regularExpression(let expression):
            if expression.firstMatch(in: value) != nil { next() }
        case .metavariable(let slot):
            let literal = literal(behind: node)
            if tree.kind(literal) == .string {
                bind(Int32(slot), Binding(content: .text, range: tree.stringContent(literal)), next)
            } else {
                bind(Int32(slot), Binding(content: .meaning(value), range: tree.range(node)), next)
            }
        }
    }

    /// Whether code is one literal that could interpolate, or literals side by side of which the first could.
    private func isInterpolatedLiteral(_ node: NodeIndex) -> Bool {
        switch tree.kind(node) {
        case .interpolatedString: true
        case .string, .concatenatedString: InterpolatedSpelling.holds(for: tree.text(node))
        default: false
        }
    }

    /// `/.../` matches any regular-expression literal, `/$X/` binds its body.
    private func matchRegex(_ p: NodeIndex, _ node: NodeIndex, _ next: () -> Void) {
        let literal = literal(behind: node)
        guard tree.kind(literal) == .regex else { return }
        // Flags in the pattern ask for all of them.
        let flags = pattern.tree.bytes[pattern.tree.regexBody(p).end..<pattern.tree.range(p).end]
        let present = tree.bytes[tree.regexBody(literal).end..<tree.range(literal).end]
        switch pattern.strings[Int(p)] {
        case .anything:
            if flags.allSatisfy(present.contains) { next() }
        case .metavariable(let slot):
            guard flags.allSatisfy(present.contains) else { return }
            bind(Int32(slot), Binding(content: .text, range: tree.regexBody(literal)), next)
        default:
            if pattern.tree.text(p).elementsEqual(tree.text(literal)) { next() }
        }
    }

    /// Matches the parts of an interpolated string: text, in which `...` stands for any text and any number of parts, and
    /// interpolations.
    func matchInterpolated(_ p: NodeIndex, _ node: NodeIndex, _ next: () -> Void) {
        guard tree.kind(node) == .interpolatedString else { return }
        matchParts(tables.children[Int(p)][...], Array(tree.children(node))[...], next)
    }

    private func matchParts(_ wanted: ArraySlice<NodeIndex>, _ present: ArraySlice<NodeIndex>, _ next: () -> Void) {
        guard spend() else { return }
        guard let first = wanted.first else {
            if present.isEmpty { next() }
            return
        }
        let rest = wanted.dropFirst()
        switch pattern.tree.kind(first) {
        case .interpolation:
            guard let candidate = present.first, tree.kind(candidate) == .interpolation,
                let wantedValue = pattern.tree.child(first, .value), let value = tree.child(candidate, .value)
            else { return }
            match(wantedValue, value) { self.matchParts(rest, present.dropFirst(), next) }
        case .stringText, .string:
            if case .anything? = pattern.strings[Int(first)] {
                return passOver(present, as: first, isLast: rest.isEmpty) { self.matchParts(rest, $0, next) }
            }
            if case .metavariable(let slot)? = pattern.strings[Int(first)] {
                if pattern.tree.text(first).starts(with: "$...".utf8) {
                    return passOver(present, as: first, isLast: rest.isEmpty) { self.matchParts(rest, $0, next) }
                }
                guard let candidate = present.first, tree.kind(candidate) == .stringText else { return }
                return bind(Int32(slot), Binding(content: .text, range: tree.range(candidate))) {
                    self.matchParts(rest, present.dropFirst(), next)
                }
            }
            guard let candidate = present.first, tree.kind(candidate) == pattern.tree.kind(first) else { return }
            let matches =
                tree.kind(candidate) == .string
                ? target.constant(candidate) == Matcher.stringLiteral(first, in: pattern)
                : Wildcard.matches(pattern.tree.text(first), tree.text(candidate))
            if matches { matchParts(rest, present.dropFirst(), next) }
        default:
            guard let candidate = present.first else { return }
            match(first, candidate) { self.matchParts(rest, present.dropFirst(), next) }
        }
    }

    private static func stringLiteral(_ p: NodeIndex, in pattern: Pattern) -> Constant? {
        if case .exactly(let text)? = pattern.strings[Int(p)] { .string(text) } else { nil }
    }
}

/// The spelling of strings that could interpolate (`f"..."`, a template).
enum InterpolatedSpelling {
    static func holds(for text: ArraySlice<UInt8>) -> Bool {
        guard let first = text.first else { return false }
        if first == UInt8(ascii: "`") { return true }
        let prefix = text.prefix { $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "'") }
        return prefix.count < 3 && prefix.contains { $0 | 0x20 == UInt8(ascii: "f") }
    }
}

/// Text in which `...` stands for anything.
enum Wildcard {
    static func matches(_ pattern: ArraySlice<UInt8>, _ text: ArraySlice<UInt8>) -> Bool {
        let pieces = split(pattern)
        guard pieces.count > 1, let first = pieces.first, let last = pieces.last else {
            return pattern.elementsEqual(text)
        }
        guard text.starts(with: first) else { return false }
        var rest = text.dropFirst(first.count)
        for piece in pieces[1..<(pieces.count - 1)] {
            guard let found = find(piece, in: rest) else { return false }
            rest = rest[(found + piece.count)...]
        }
        return rest.count >= last.count && rest.suffix(last.count).elementsEqual(last)
    }

    private static func split(_ pattern: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
        var pieces: [ArraySlice<UInt8>] = []
        var rest = pattern
        while let found = find(Array("...".utf8)[...], in: rest) {
            pieces.append(rest[rest.startIndex..<found])
            rest = rest[(found + 3)...]
        }
        pieces.append(rest)
        return pieces
    }

    private static func find(_ needle: ArraySlice<UInt8>, in text: ArraySlice<UInt8>) -> Int? {
        guard needle.count <= text.count else { return nil }
        return (text.startIndex...(text.endIndex - needle.count)).first { text[$0...].starts(with: needle) }
    }
}
