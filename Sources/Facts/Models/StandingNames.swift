import Matching
import SourceText

/// What the names of things mean that may stand between a request and its handler, one expression after the other. Of the hundreds
/// that there are, a name is given to those alone of whose literals it holds one, which pairs of letters lead to.
final class StandingNames: Sendable {
    /// In the order in which they count, with what they say.
    private let expressions: [(meaning: NameVocabulary.Meaning, expression: NameExpression)]
    /// By pair: the literals that are known by it, in small letters, with the places of their expressions.
    private let literals: [[(bytes: [UInt8], place: Int)]]
    /// The places of those that may match any name.
    private let others: [Int]

    init(_ expressions: [(meaning: NameVocabulary.Meaning, expression: NameExpression)]) {
        self.expressions = expressions
        let required = expressions.map { $0.expression.literals.map { $0.map(\.lowercased) } }
        // A literal is known by that pair of its letters which the fewest have.
        var counts = [Int](repeating: 0, count: NamePair.count)
        for literal in required.joined() { NamePair.forEach(in: literal) { counts[$0] += 1 } }
        var literals = [[(bytes: [UInt8], place: Int)]](repeating: [], count: NamePair.count)
        for (place, alternatives) in required.enumerated() {
            for literal in alternatives {
                var rarest: Int?
                NamePair.forEach(in: literal) { pair in
                    if rarest.map({ counts[pair] < counts[$0] }) ?? true { rarest = pair }
                }
                if let rarest { literals[rarest].append((literal, place)) }
            }
        }
        self.literals = literals
        others = required.indices.filter { required[$0].isEmpty }
    }

    /// The first meaning that a name has.
    func meaning(of name: SpelledName) -> NameVocabulary.Meaning? {
        candidates(for: name).first { expressions[$0].expression.hasMatch(in: name) }.map { expressions[$0].meaning }
    }

    private func candidates(for name: SpelledName) -> [Int] {
        // Beyond ASCII, letters have cases in ways of their own.
        guard name.isASCII else { return Array(expressions.indices) }
        var found = others
        NamePair.forEach(in: name.bytes) { pair in
            for (bytes, place) in literals[pair] where ByteSearch.contains(bytes, in: name.lowercased) {
                found.append(place)
            }
        }
        return found.sorted()
    }
}

/// Two letters that follow each other in a name, as a number that does not depend on their cases.
private enum NamePair {
    static let count = 1 << 10

    static func forEach(in text: [UInt8], _ body: (Int) -> Void) {
        for (first, second) in zip(text, text.dropFirst()) { body(Int(first & 31) << 5 | Int(second & 31)) }
    }
}
