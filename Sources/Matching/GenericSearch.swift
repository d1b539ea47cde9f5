import SourceText

/// The search of one generic pattern in one text, as Semgrep's spacegrep does it.
struct GenericSearch {
    private let pattern: GenericPattern
    private let bytes: [UInt8]
    private let nodes: [GenericDocument.Node]
    private let span: Int
    private let ignoresCase: Bool
    private var bindings: Bindings = []
    /// What is left of the comparisons that a search may make; what was found when they run out stands.
    private(set) var budget = 2_000_000

    /// What an ellipsis passes over.
    private struct Gap {
        var lastLine: Int
        var start: Int
        var end: Int
        /// The metavariable of `$...X`.
        var slot: Int?
    }

    /// A place in the text: a node, or the end of its block.
    private struct Place {
        var node: Int
        var block: Int
    }

    /// The last token of a match so far.
    private struct Last {
        var end: Int
        var line: Int
    }

    init(pattern: GenericPattern, target: MatchTarget, options: MatchOptions) {
        self.pattern = pattern
        bytes = target.tree.bytes
        nodes = target.genericDocument(without: options.genericComments).nodes
        span = options.genericEllipsisSpan
        ignoresCase = options.genericIgnoresCase
    }

    /// No two matches end at the same place: the shorter one stays or, where the pattern ends in an ellipsis, the longer one.
    mutating func matches(bindings known: Bindings) -> [Match] {
        var found: [Match] = []
        var byEnd: [Int: Int] = [:]
        for node in nodes.indices where budget > 0 && isStart(node) {
            bindings = known
            let start = nodes[node]
            let place = Place(node: node, block: start.parent)
            let before = Last(end: start.start, line: start.line)
            guard let last = match(pattern.elements[...], at: place, in: start.parent, after: before, nil),
                last.end > start.start
            else { continue }
            if pattern.endsWithEllipsis, byEnd[last.end] != nil { continue }
            byEnd[last.end] = found.count
            found.append(Match(range: ByteRange(start.start, last.end), bindings: bindings, node: -1))
        }
        return found.enumerated().filter { byEnd[$0.element.range.end] == $0.offset }.map(\.element)
    }

    /// A match starts at any token; behind a leading ellipsis, at the first of a block.
    private func isStart(_ node: Int) -> Bool {
        guard !nodes[node].isBlock else { return false }
        return !pattern.startsWithEllipsis || node == nodes[node].parent + 1
    }

    /// Matches the elements at a place in the block `scope`; nil where they do not match. Recursion is as deep as the pattern is
    /// long.
    private mutating func match(
        _ elements: ArraySlice<GenericPattern.Element>, at start: Place, in scope: Int, after last: Last, _ gap: Gap?
    ) -> Last? {
        var (elements, place, last, gap) = (elements, start, last, gap)
        while budget > 0 {
            budget -= 1
            let end = nodes[place.block].subtreeEnd
            guard let element = elements.first else {
                guard let reached = restOfBlock(place.node..<end, last, gap) else { return nil }
                return close(gap, at: reached)
            }
            switch element {
            case .end:
                guard let reached = restOfBlock(place.node..<end, last, gap) else { return last }
                return close(gap, at: reached)
            case .ellipsis(let slot):
                gap = extended(gap, slot, after: last)
                elements = elements.dropFirst()
            case .block(let inner):
                if place.node == end {
                    guard GenericSearch.matchNothing(inner[...]), GenericSearch.matchNothing(elements.dropFirst())
                    else { return nil }
                    return close(gap, at: last)
                }
                if nodes[place.node].isBlock {
                    let inside = Place(node: place.node + 1, block: place.node)
                    guard bind(gap), let found = match(inner[...], at: inside, in: place.node, after: last, nil) else {
                        return nil
                    }
                    last = found
                    place.node = nodes[place.node].subtreeEnd
                } else if let skipped = skipping(place.node, gap) {
                    gap = skipped
                    place.node += 1
                    continue
                } else {
                    guard bind(gap), GenericSearch.matchNothing(inner[...]) else { return nil }
                }
                elements = elements.dropFirst()
                gap = nil
            case .word, .punctuation, .metavariable:
                if place.node == end {
                    // The pattern goes on in the block around, up to where the match may reach.
                    guard place.block != scope else { return nil }
                    place = Place(node: end, block: nodes[place.block].parent)
                    continue
                }
                if nodes[place.node].isBlock {
                    place = Place(node: place.node + 1, block: place.node)
                    continue
                }
                let token = nodes[place.node]
                if let gap, token.line > gap.lastLine { return nil }
                let before = bindings
                if bind(gap), isEqual(element, token) {
                    let next = Place(node: place.node + 1, block: place.block)
                    let reached = Last(end: token.end, line: token.line)
                    if let found = match(elements.dropFirst(), at: next, in: scope, after: reached, nil) {
                        return found
                    }
                }
                bindings = before
                guard let skipped = skipping(place.node, gap) else { return nil }
                gap = skipped
                place.node += 1
            }
        }
        return nil
    }

    private mutating func isEqual(_ element: GenericPattern.Element, _ token: GenericDocument.Node) -> Bool {
        switch element {
        case .word(let word):
            return token.isWord && isEqual(bytes[token.start..<token.end], word[...])
        case .punctuation(let byte):
            return !token.isWord && bytes[token.start] == byte
        case .metavariable(let slot):
            return token.isWord && bind(slot, to: ByteRange(token.start, token.end))
        case .ellipsis, .block, .end:
            return false
        }
    }

    private func isEqual(_ left: ArraySlice<UInt8>, _ right: ArraySlice<UInt8>) -> Bool {
        left.elementsEqual(right) { $0 == $1 || ignoresCase && $0.lowercased == $1.lowercased }
    }

    /// Whether elements match where there is nothing.
    private static func matchNothing(_ elements: ArraySlice<GenericPattern.Element>) -> Bool {
        for element in elements {
            switch element {
            case .end: return true
            case .ellipsis: continue
            case .block(let inner): if !matchNothing(inner[...]) { return false }
            case .word, .punctuation, .metavariable: return false
            }
        }
        return true
    }

    // MARK: Ellipses

    /// A further `...` reaches further.
    private func extended(_ gap: Gap?, _ slot: Int?, after last: Last) -> Gap {
        guard var gap else {
            return Gap(lastLine: last.line + span, start: last.end, end: last.end, slot: slot)
        }
        gap.lastLine += span
        if gap.slot == nil { gap.slot = slot }
        return gap
    }

    /// The gap with one more token; nil where it may not pass over it.
    private func skipping(_ node: Int, _ gap: Gap?) -> Gap? {
        guard var gap, nodes[node].line <= gap.lastLine else { return nil }
        gap.end = nodes[node].end
        return gap
    }

    /// The last token of a block's rest, where the pattern may end before it; nil where it may not.
    private func restOfBlock(_ rest: Range<Int>, _ last: Last, _ gap: Gap?) -> Last? {
        guard let gap else { return rest.isEmpty ? last : nil }
        guard last.line <= gap.lastLine else { return nil }
        var reached = last
        for node in rest where !nodes[node].isBlock {
            guard nodes[node].line <= gap.lastLine else { break }
            reached = Last(end: nodes[node].end, line: nodes[node].line)
        }
        return reached
    }

    /// Ends a gap at the end of the match; nil where its metavariable stands for something else.
    private mutating func close(_ gap: Gap?, at last: Last) -> Last? {
        guard var gap else { return last }
        gap.end = last.end
        return bind(gap) ? last : nil
    }

    /// Binds the metavariable of a gap to what it passed over, with the white space before it.
    private mutating func bind(_ gap: Gap?) -> Bool {
        guard let gap, let slot = gap.slot else { return true }
        return bind(slot, to: ByteRange(gap.start, gap.end))
    }

    private mutating func bind(_ slot: Int, to range: ByteRange) -> Bool {
        if let known = bindings[slot] {
            return bytes[known.range.start..<known.range.end].elementsEqual(bytes[range.start..<range.end])
        }
        bindings[slot] = Binding(content: .text, range: range)
        return true
    }
}
