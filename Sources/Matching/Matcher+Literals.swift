import SourceText
import Syntax

extension Matcher {
    /// Matches a literal of the pattern with a literal, or with an expression that folds to one. Returns whether the
    /// pattern node was a literal that this decides.
    func matchLiteral(_ p: NodeIndex, _ node: NodeIndex, _ next: () -> Void) -> Bool {
        switch pattern.tree.kind(p) {
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
            if value == Matcher.literalValue(p, in: pattern) { next() }
            return true
        case .regex:
            matchRegex(p, node, next)
            return true
        default:
            return false
        }
    }

    private func foldedConstant(_ node: NodeIndex) -> Constant? {
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
        guard case .string(let value)? = foldedConstant(node) else {
            if case .anything = wanted, isInterpolatedSpelling(p), tree.kind(node) == .interpolatedString { next() }
            return
        }
        switch wanted {
        case .anything:
            next()
        case .exactly(let text):
            if value == text { next() }
        case .regularExpression(let expression):
            if expression.firstMatch(in: value) != nil { next() }
        case .metavariable(let slot):
            bind(Int32(slot), Binding(content: .text, range: contentRange(node)), next)
        }
    }

    /// Whether a pattern's `"..."` is spelled as a string that could interpolate (`f"..."`, a template).
    private func isInterpolatedSpelling(_ p: NodeIndex) -> Bool {
        guard let first = pattern.tree.text(p).first else { return false }
        return first == UInt8(ascii: "f") || first == UInt8(ascii: "F") || first == UInt8(ascii: "`")
    }

    /// The bytes between the quotes of a literal; all of any other node.
    func contentRange(_ node: NodeIndex) -> ByteRange {
        let range = tree.range(node)
        guard tree.kind(node) == .string else { return range }
        let bytes = tree.bytes
        var start = range.start
        while start < range.end, bytes[start] != UInt8(ascii: "\""), bytes[start] != UInt8(ascii: "'"),
            bytes[start] != UInt8(ascii: "`")
        {
            start += 1
        }
        guard start < range.end else { return range }
        let quote = bytes[start]
        let hashes = bytes[range.start..<start].reduce(0) { $0 + ($1 == UInt8(ascii: "#") ? 1 : 0) }
        var width = 1
        if start + 2 < range.end, bytes[start + 1] == quote, bytes[start + 2] == quote, range.end - start >= 6 {
            width = 3
        }
        let end = range.end - hashes - width
        return end >= start + width ? ByteRange(start + width, end) : range
    }

    /// `/.../` matches any regular-expression literal, `/$X/` binds its body.
    private func matchRegex(_ p: NodeIndex, _ node: NodeIndex, _ next: () -> Void) {
        guard tree.kind(node) == .regex else { return }
        let wanted = pattern.tree.text(p)
        let body = wanted.dropFirst().prefix { $0 != UInt8(ascii: "/") }
        if body.elementsEqual("...".utf8) { return next() }
        if wanted.elementsEqual(tree.text(node)) { next() }
    }

    /// Matches the parts of an interpolated string: text, in which `...` stands for any text and any number of parts, and
    /// interpolations.
    func matchInterpolated(_ p: NodeIndex, _ node: NodeIndex, _ next: () -> Void) {
        guard tree.kind(node) == .interpolatedString else { return }
        matchParts(pattern.children[Int(p)][...], Array(tree.children(node))[...], next)
    }

    private func matchParts(_ wanted: ArraySlice<NodeIndex>, _ present: ArraySlice<NodeIndex>, _ next: () -> Void) {
        guard spend() else { return }
        guard let first = wanted.first else {
            if present.isEmpty { next() }
            return
        }
        let rest = wanted.dropFirst()
        if pattern.tree.kind(first) == .stringText {
            if case .anything? = pattern.strings[Int(first)] {
                if rest.isEmpty { return next() }
                for start in present.startIndex...present.endIndex { matchParts(rest, present[start...], next) }
                return
            }
            guard let candidate = present.first, tree.kind(candidate) == .stringText,
                Wildcard.matches(pattern.tree.text(first), tree.text(candidate))
            else { return }
            return matchParts(rest, present.dropFirst(), next)
        }
        guard let candidate = present.first, tree.kind(candidate) == .interpolation,
            let wantedValue = pattern.tree.child(first, .value), let value = tree.child(candidate, .value)
        else { return }
        match(wantedValue, value) { self.matchParts(rest, present.dropFirst(), next) }
    }
}

/// Text in which `...` stands for anything.
enum Wildcard {
    static func matches(_ pattern: ArraySlice<UInt8>, _ text: ArraySlice<UInt8>) -> Bool {
        let pieces = split(pattern)
        guard pieces.count > 1, let first = pieces.first, let last = pieces.last else { return pattern.elementsEqual(text) }
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
