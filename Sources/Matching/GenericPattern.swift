import SourceText

/// A pattern for text of no particular language (Semgrep's `generic`): words and punctuation compared one by one. White space
/// does not matter, but indentation makes blocks: an indented part of the pattern stands for an indented block of the text, or
/// for one in brackets that open and close on one line. `...` passes over what follows in the same block, within ten lines; a
/// metavariable stands for one word.
public struct GenericPattern: TextPattern {
    enum Element: Hashable, Sendable {
        case word([UInt8])
        case punctuation(UInt8)
        case metavariable(Int)
        /// `...`, or `$...X` with the metavariable's number.
        case ellipsis(Int?)
        case block([Element])
        /// The end of the whole pattern: what follows in the text does not matter there.
        case end
    }

    let elements: [Element]
    /// What a text must hold for the pattern to match in it, each of them, where letters count as they are written.
    private let requiredParts: [TextRequirement]

    public init(_ text: [UInt8], metavariables: inout MetavariableTable) {
        var open: [(indent: Int, elements: [Element])] = [(0, [])]
        func closeLast() {
            let last = open.removeLast()
            open[open.count - 1].elements.append(.block(last.elements))
        }
        var line = 0
        while line < text.count {
            let end = text[line...].firstIndex(of: 0x0A) ?? text.count
            let elements = GenericPattern.elements(of: text[line..<end], &metavariables)
            if !elements.isEmpty {
                let indent = GenericDocument.indent(of: text[line..<end])
                while let last = open.last, last.indent > indent { closeLast() }
                if let last = open.last, last.indent < indent { open.append((indent, [])) }
                open[open.count - 1].elements += elements
            }
            line = end + 1
        }
        while open.count > 1 { closeLast() }
        elements = open[0].elements + [.end]
        requiredParts = GenericPattern.words(of: elements).compactMap(TextRequirement.init(part:))
    }

    private static func words(of elements: [Element]) -> [[UInt8]] {
        elements.flatMap { element -> [[UInt8]] in
            switch element {
            case .word(let word): [word]
            case .block(let inner): words(of: inner)
            case .punctuation, .metavariable, .ellipsis, .end: []
            }
        }
    }

    /// The elements of one line.
    private static func elements(
        of line: ArraySlice<UInt8>, _ metavariables: inout MetavariableTable
    ) -> [Element] {
        var elements: [Element] = []
        var index = line.startIndex
        while let token = GenericToken.next(in: line, at: index) {
            let rest = line[token.start...]
            let dots = rest.prefix { $0 == UInt8(ascii: ".") }.count
            if dots >= 3 {
                // More than three dots are dots.
                if dots == 3 {
                    elements.append(.ellipsis(nil))
                } else {
                    elements += [Element](repeating: .punctuation(UInt8(ascii: ".")), count: dots)
                }
                index = token.start + dots
            } else if line[token.start] == UInt8(ascii: "$"), let end = endOfMetavariable(rest) {
                let name = line[token.start..<end]
                let slot = metavariables.slot(of: name)
                let isEllipsis = name.dropFirst().starts(with: "...".utf8)
                elements.append(isEllipsis ? .ellipsis(slot) : .metavariable(slot))
                index = end
            } else {
                elements.append(
                    token.isWord ? .word(Array(line[token.start..<token.end])) : .punctuation(line[token.start]))
                index = token.end
            }
        }
        return elements
    }

    private static func endOfMetavariable(_ text: ArraySlice<UInt8>) -> Int? {
        var end = text.startIndex + 1
        if text[end...].starts(with: "...".utf8) { end += 3 }
        while end < text.endIndex, GenericToken.isWordByte(text[end]) { end += 1 }
        return MetavariableName.isMetavariable(text[text.startIndex..<end]) ? end : nil
    }

    public var boundSlots: [Int] { GenericPattern.slots(of: elements) }

    private static func slots(of elements: [Element]) -> [Int] {
        elements.flatMap { element -> [Int] in
            switch element {
            case .metavariable(let slot): [slot]
            case .ellipsis(let slot): slot.map { [$0] } ?? []
            case .block(let inner): slots(of: inner)
            case .word, .punctuation, .end: []
            }
        }
    }

    var startsWithEllipsis: Bool {
        if case .ellipsis? = elements.first { true } else { false }
    }

    /// Whether nothing but the end follows an ellipsis.
    var endsWithEllipsis: Bool {
        if elements.count > 1, case .ellipsis = elements[elements.count - 2] { true } else { false }
    }

    public func mayMatch(in target: MatchTarget, options: MatchOptions) -> Bool {
        options.genericIgnoresCase || requiredParts.allSatisfy(target.words.mayContain)
    }

    public func search(
        in target: MatchTarget, options: MatchOptions, bindings: Bindings
    ) -> (matches: [Match], hasReachedLimit: Bool) {
        var search = GenericSearch(pattern: self, target: target, options: options)
        let matches = search.matches(bindings: bindings)
        return (matches, search.budget <= 0)
    }
}
