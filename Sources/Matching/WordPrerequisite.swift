/// What a file must hold for a formula to have a match in it. `Formula.prerequisite` says it of what is compiled; what the texts
/// of patterns alone tell is less, and cheap enough to ask before anything is compiled.
public indirect enum WordPrerequisite: Sendable {
    /// The text says nothing.
    case nothing
    /// All of some words, by their hashes, as `WordSet` knows them.
    case words([UInt32])
    /// One of some words or parts of words.
    case oneOf([TextRequirement])
    case all([WordPrerequisite])
    case any([WordPrerequisite])

    /// Whether a file with these words may have a match.
    public func isFulfilled(by words: WordSet) -> Bool {
        // Plain loops, as in `WordSet.mayFulfill`.
        switch self {
        case .nothing:
            return true
        case .words(let hashes):
            for hash in hashes where !words.mayContain(hash) { return false }
            return true
        case .oneOf(let requirements):
            for requirement in requirements where words.mayContain(requirement) { return true }
            return false
        case .all(let parts):
            for part in parts where !part.isFulfilled(by: words) { return false }
            return true
        case .any(let parts):
            for part in parts where part.isFulfilled(by: words) { return true }
            return false
        }
    }

    /// All of some prerequisites.
    public static func all(of parts: [WordPrerequisite]) -> WordPrerequisite {
        let parts = parts.filter { !$0.isNothing }
        return parts.count > 1 ? .all(parts) : parts.first ?? .nothing
    }

    /// One of some prerequisites; nothing where there are none.
    public static func any(of parts: [WordPrerequisite]) -> WordPrerequisite {
        if parts.contains(where: \.isNothing) { return .nothing }
        return parts.count > 1 ? .any(parts) : parts.first ?? .nothing
    }

    private var isNothing: Bool { if case .nothing = self { true } else { false } }

    /// The prerequisite of a pattern: its names in the place of a callee or a member, `f` and `m` in `f(..)` and `x.m`, or the
    /// one that is all of it. Such a name stands in every match, or in the import through which the match names it; words in
    /// other places may be syntax, and those in quotes may be spelled in pieces.
    public init(pattern: some Collection<UInt8>) {
        let text = Array(pattern)
        var hashes: [UInt32] = []
        var index = 0
        while index < text.count {
            if text[index] == UInt8(ascii: "\"") || text[index] == UInt8(ascii: "'") || text[index] == UInt8(ascii: "`")
            {
                index = WordPrerequisite.endOfQuotes(text, from: index)
                continue
            }
            if text[index] == UInt8(ascii: "#") || WordPrerequisite.isPair(text, at: index, UInt8(ascii: "/")) {
                // What may be a comment says nothing.
                while index < text.count, text[index] != 0x0A { index += 1 }
                continue
            }
            guard WordSet.isWordByte(text[index]) else {
                index += 1
                continue
            }
            let start = index
            while index < text.count, WordSet.isWordByte(text[index]) { index += 1 }
            let dot = UInt8(ascii: ".")
            // Two dots are those of an ellipsis.
            let isMember = start > 0 && text[start - 1] == dot && !(start > 1 && text[start - 2] == dot)
            let isQualified =
                index < text.count && text[index] == dot && !WordPrerequisite.isPair(text, at: index, dot)
            let isCalled = index < text.count && text[index] == UInt8(ascii: "(")
            let isAlone = index - start == text.count
            if isMember || isQualified || isCalled || isAlone, WordPrerequisite.isName(text[start..<index]) {
                hashes.append(WordSet.hash(text[start..<index]))
            }
        }
        self = hashes.isEmpty ? .nothing : .words(hashes)
    }

    /// The prerequisite of a regular expression that is looked for in the text of a file.
    public init(regularExpression expression: some Collection<UInt8>) {
        self.init(TextRequirement.parts(RequiredLiterals.of(Array(expression))))
    }

    private init(_ alternatives: [TextRequirement]) { self = alternatives.isEmpty ? .nothing : .oneOf(alternatives) }

    /// The prerequisite of a `metavariable-regex` that lists words, `^(get|post)$`: what the metavariable is bound to is one of
    /// them, or is imported by one.
    public init(metavariableRegex expression: some Collection<UInt8>) {
        let words = ClosedAlternatives.of(Array(expression)) ?? []
        self.init(words.map { TextRequirement(wordHash: WordSet.hash($0)) })
    }

    /// The prerequisite of any other `metavariable-regex`.
    public init(metavariableExpression expression: some Collection<UInt8>) {
        self.init(TextRequirement.parts(ofName: RequiredLiterals.of(Array(expression))))
    }

    private static func isPair(_ text: [UInt8], at index: Int, _ byte: UInt8) -> Bool {
        index + 1 < text.count && text[index] == byte && text[index + 1] == byte
    }

    private static func endOfQuotes(_ text: [UInt8], from start: Int) -> Int {
        var index = start + 1
        while index < text.count, text[index] != text[start] { index += text[index] == UInt8(ascii: "\\") ? 2 : 1 }
        return min(index + 1, text.count)
    }

    /// Neither a metavariable, nor a number, nor a word that is syntax before a parenthesis or a dot in some language.
    private static func isName(_ word: ArraySlice<UInt8>) -> Bool {
        guard let first = word.first, first != UInt8(ascii: "$"), !(0x30...0x39).contains(first), word.count > 2 else {
            return false
        }
        // A plain loop over words of the same length: this is asked of every word of every pattern when a run begins.
        guard word.count < syntaxByLength.count else { return true }
        for other in syntaxByLength[word.count] where word.elementsEqual(other) { return false }
        return true
    }

    private static let syntaxByLength: [[[UInt8]]] = {
        let longest = syntax.map(\.utf8.count).max() ?? 0
        return (0...longest).map { length in syntax.map { Array($0.utf8) }.filter { $0.count == length } }
    }()

    private static let syntax = [
        "for", "while", "switch", "catch", "function", "async", "await", "import", "super", "this", "self", "Self",
        "init",
        "return", "throw", "typeof", "new", "not", "and", "print", "exec", "lambda", "yield", "with", "match", "guard",
        "func", "default", "except", "raise", "assert", "elif", "case", "some", "any", "try", "var", "let", "const",
        "del",
        "get", "set", "class", "none", "None", "True", "False", "true", "false", "null", "nil", "undefined", "void",
    ]
}
