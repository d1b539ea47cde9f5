import SourceText

/// A regular expression whose groups bind metavariables: group 1 binds `$1`, a group named `X` binds `$X` too.
public struct CapturingExpression: Sendable {
    public let expression: RegularExpression
    /// The metavariables of each group, from group 1 on.
    let slots: [[Int]]
    /// Of these every text with a match holds one; empty where the expression does not make that plain.
    let requiredParts: [TextRequirement]

    public init(_ expression: RegularExpression, metavariables: inout MetavariableTable) {
        self.expression = expression
        requiredParts = expression.requiredParts
        var slots = (0..<expression.groupCount).map { [metavariables.slot(of: "$\($0 + 1)".utf8)] }
        for (name, number) in expression.groupNames where number > 0 && number <= slots.count {
            slots[number - 1].append(metavariables.slot(of: "$\(name)".utf8))
        }
        self.slots = slots
    }

    var boundSlots: [Int] { slots.flatMap { $0 } }

    /// Whether a text of these words may hold a match; a false `true` is possible, a false `false` is not.
    func mayMatch(in words: WordSet) -> Bool {
        requiredParts.isEmpty || requiredParts.contains(where: words.mayContain)
    }

    /// Adds what the groups of a match in a text bind. `start` is the place of the text in its file.
    func bind(_ match: RegularExpression.Match, at start: Int, into bindings: inout Bindings) {
        for (group, slots) in zip(match.groups, slots) {
            guard let group else { continue }
            let range = ByteRange(group.start + start, group.end + start)
            for slot in slots where bindings[slot] == nil { bindings[slot] = Binding(content: .group, range: range) }
        }
    }
}
