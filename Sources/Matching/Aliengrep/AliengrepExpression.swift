import SourceText

/// Writes the PCRE2 expression of a pattern of `aliengrep`. The parts that call one another stand in front as definitions:
/// white space, words, what is neither, and pairs of brackets with all that is between them, across line ends (`all`) or within
/// one line (`line`). What a definition took it never gives back (Semgrep's PCRE, before 10.30, knows no other calls), so an
/// ellipsis, which must, is written out in place.
struct AliengrepExpression {
    private let syntax: AliengrepSyntax
    /// Of the characters of words, for use in brackets.
    private let wordClass: String
    private(set) var text: [UInt8]
    /// The groups of metavariables by name of group.
    private var names: [String: [UInt8]] = [:]
    private var groups: [ArraySlice<UInt8>: (group: String, token: AliengrepToken)] = [:]

    /// What ellipses, and the pairs of brackets in them, pass over.
    private enum Reach: String {
        case line, all

        var space: String { self == .line ? "[[:blank:]]*+" : "[[:space:]]*+" }
        var node: String { "(?&\(rawValue)node)" }
    }

    init(_ syntax: AliengrepSyntax) {
        self.syntax = syntax
        wordClass = "A-Za-z0-9_" + syntax.extraWordBytes.map(Self.escaped).joined()
        text = []
        let definitions: [(name: String, expression: String)] = [
            ("start", "(?<![\(wordClass)])"), ("end", "(?![\(wordClass)])"),
            ("whole", "(?!(?<=[\(wordClass)])[\(wordClass)])"),
            ("space", (syntax.isMultiline ? Reach.all : .line).space),
            ("word", "(?&start)[\(wordClass)]++"), ("other", "[^[:space:]\(wordClass)]"),
            ("linenode", "(?&word)|(?&linepair)|(?&other)"), ("linepair", pairs(.line)),
            ("allnode", "(?&word)|(?&allpair)|(?&other)"), ("allpair", pairs(.all)),
        ]
        for (name, expression) in definitions { add("(?(DEFINE)(?<\(name)>(?>\(expression))))") }
    }

    /// Adds the expression of a pattern.
    ///
    /// - Returns: the metavariables, with their dollar signs, by the names of the groups that they are bound by.
    mutating func write(_ tokens: [AliengrepToken]) throws(AliengrepPattern.Fail) -> [String: [UInt8]] {
        var parts: [[UInt8]] = []
        /// What closes the brackets that are open here.
        var open: [UInt8] = []
        for (index, token) in tokens.enumerated() {
            // At its ends a pattern that passes over anything passes over all there is.
            if case .ellipsis(let isLong, _) = token {
                let before = index == 0 ? nil : tokens[index - 1]
                if let edge = edge(isLong, before, all: "\\A", line: "(?:\\A|(?<=\\n))") { parts.append(edge) }
            }
            switch token {
            case .word(let word): parts.append(Array("(?&start)".utf8) + Self.quoted(word) + Array("(?&end)".utf8))
            case .other(let character): parts.append(Self.quoted(character))
            case .lineEnd: parts.append(Array("\\r?\\n".utf8))
            case .metavariable(let name):
                parts.append(try capture(token, name, Array("(?&word)".utf8)))
            case .ellipsis(let isLong, let name):
                let ellipsis = Array(ellipsis(isLong: isLong, before: open.last).utf8)
                parts.append(
                    try name.map { name throws(AliengrepPattern.Fail) in try capture(token, name, ellipsis) }
                        ?? ellipsis)
                let next = index + 1 < tokens.count ? tokens[index + 1] : nil
                if let edge = edge(isLong, next, all: "\\z", line: "(?:\\z|(?=\\r?\\n))") { parts.append(edge) }
            case .opening(let byte, let closing):
                parts.append(Self.quoted([byte]))
                open.append(closing)
            case .closing(let byte):
                parts.append(Self.quoted([byte]))
                open.removeLast()
            }
        }
        text += parts.joined(separator: Array("(?&space)".utf8))
        return names
    }

    private mutating func add(_ part: String) { text += Array(part.utf8) }

    // MARK: Parts

    /// What an ellipsis must touch beside a neighbour; nil where it is in the middle.
    private func edge(_ isLong: Bool, _ neighbour: AliengrepToken?, all: String, line: String) -> [UInt8]? {
        let isOverLines = isLong || syntax.isMultiline
        guard neighbour == nil || neighbour == .lineEnd && !isOverLines else { return nil }
        return Array((isOverLines ? all : line).utf8)
    }

    private func ellipsis(isLong: Bool, before closing: UInt8?) -> String {
        let reach: Reach = isLong || syntax.isMultiline ? .all : .line
        let start = closing.map { "(?!\(Self.escaped($0)))" } ?? ""
        let passing = "(?:\(start)\(reach.node)(?:\(reach.space)\(start)\(reach.node))*?)??"
        // The line ends around are not between nodes. (Semgrep means to allow the last one, too, and does not.)
        return isLong && !syntax.isMultiline
            ? "(?:\\n\(reach.space))??\(passing)(?:[[:space:]]*?\\n[[:blank:]]*+)??" : passing
    }

    /// A pair of brackets of any kind, with whatever is between them.
    private func pairs(_ reach: Reach) -> String {
        if syntax.brackets.isEmpty { return "(?!)" }
        return syntax.brackets.map { kind in
            let closing = Self.escaped(kind.closing)
            let inner = "(?:\(reach.space)(?!\(closing))(?:\(reach.node)\(reach.space))*?)??"
            return Self.escaped(kind.opening) + inner + closing
        }.joined(separator: "|")
    }

    /// A metavariable: what it stands for or, where it stood before, that again.
    private mutating func capture(
        _ token: AliengrepToken, _ name: ArraySlice<UInt8>, _ expression: [UInt8]
    ) throws(AliengrepPattern.Fail) -> [UInt8] {
        guard let known = groups[name] else {
            let group = "m\(groups.count)"
            groups[name] = (group, token)
            let dots = if case .ellipsis = token { "..." } else { "" }
            names[group] = Array("$\(dots)".utf8) + name
            return Array("(?<\(group)>".utf8) + expression + Array(")".utf8)
        }
        guard known.token == token else {
            let name = String(decoding: name, as: UTF8.self)
            throw AliengrepPattern.Fail(
                message: "the metavariable '\(name)' has one of the forms '$\(name)', '$...\(name)' and "
                    + "'$....\(name)', found two")
        }
        let again = "\\k<\(known.group)>"
        if case .metavariable = token { return Array("(?&start)\(again)(?&end)".utf8) }
        return Array("(?&whole)\(again)(?&whole)".utf8)
    }

    // MARK: Quoting

    private static func quoted(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        bytes.flatMap { $0 < 0x80 ? Array(escaped($0).utf8) : [$0] }
    }

    /// A byte of ASCII as an expression writes it, in brackets and outside.
    private static func escaped(_ byte: UInt8) -> String {
        let isPlain = GenericToken.isWordByte(byte)
        return isPlain ? String(UnicodeScalar(byte)) : "\\x{\(String(byte, radix: 16))}"
    }
}
