import SourceText

/// A pattern of Semgrep's engine `aliengrep`: words, brackets and punctuation with any white space between them, turned into one
/// regular expression. Its source: `libs/aliengrep` of Semgrep. Other than with `GenericPattern`, indentation says nothing; an
/// ellipsis takes as little as it can, closes the brackets it opens and, at the start or end of a pattern, reaches to that of
/// the line or text. Matches do not overlap.
public struct AliengrepPattern: TextPattern {
    /// Why a pattern is none.
    public struct Fail: Error, Sendable {
        public let message: String
    }

    private let expression: RegularExpression
    /// The metavariable of each group, from group 1 on; nil for the groups that only give a part of the expression its name.
    private let slots: [Int?]
    /// What a text must hold for the pattern to match in it, each of them.
    private let requiredParts: [TextRequirement]

    public init(_ text: [UInt8], syntax: AliengrepSyntax, metavariables: inout MetavariableTable) throws(Fail) {
        let tokens = AliengrepToken.tokens(of: text, syntax)
        var writer = AliengrepExpression(syntax)
        let names = try writer.write(tokens)
        do throws(RegularExpression.Fail) {
            expression = try RegularExpression(writer.text, options: syntax.ignoresCase ? .caseInsensitive : [])
        } catch {
            throw Fail(message: error.message)
        }
        var slots = [Int?](repeating: nil, count: expression.groupCount)
        for (group, number) in expression.groupNames {
            guard let name = names[group] else { continue }
            slots[number - 1] = metavariables.slot(of: name)
        }
        self.slots = slots
        requiredParts =
            syntax.ignoresCase
            ? []
            : tokens.compactMap { if case .word(let word) = $0 { TextRequirement(part: Array(word)) } else { nil } }
    }

    public var boundSlots: [Int] { slots.compactMap { $0 } }

    public func mayMatch(in target: MatchTarget, options: MatchOptions) -> Bool {
        requiredParts.allSatisfy(target.words.mayContain)
    }

    public func search(
        in target: MatchTarget, options: MatchOptions, bindings: Bindings
    ) -> (matches: [Match], hasReachedLimit: Bool) {
        let bytes = target.tree.bytes
        let search = expression.search(in: bytes)
        let matches = search.matches.compactMap { found -> Match? in
            if found.range.count == 0 { return nil }
            var bindings = bindings
            for case (let range?, let slot?) in zip(found.groups, slots) {
                if let known = bindings[slot]?.range,
                    !bytes[known.start..<known.end].elementsEqual(bytes[range.start..<range.end])
                {
                    return nil
                }
                bindings[slot] = Binding(content: .text, range: range)
            }
            return Match(range: found.range, bindings: bindings, node: -1)
        }
        return (matches, search.limit != nil)
    }
}
