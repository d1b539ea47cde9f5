import Matching

/// What the names of things mean that may stand between a request and its handler, one expression after the other. Of the hundreds
/// that there are, a name is given to those alone of whose literals it has a pair of letters.
final class StandingNames: Sendable {
    /// In the order in which they count, with what they say.
    private let expressions: [(meaning: NameVocabulary.Meaning, expression: NameExpression)]
    /// By pair: the places of the expressions some literal of which is known by it.
    private let places: [[Int]]
    /// The places of those that may match any name.
    private let others: [Int]

    init(_ expressions: [(meaning: NameVocabulary.Meaning, expression: NameExpression)]) {
        self.expressions = expressions
        let literals = expressions.map(\.expression.literals)
        // A literal is known by that pair of its letters which the fewest have.
        var counts = [Int](repeating: 0, count: NamePair.count)
        for literal in literals.joined() { NamePair.forEach(in: literal) { counts[$0] += 1 } }
        var places = [[Int]](repeating: [], count: NamePair.count)
        for (place, literals) in literals.enumerated() {
            for literal in literals {
                var rarest: Int?
                NamePair.forEach(in: literal) { pair in
                    if rarest.map({ counts[pair] < counts[$0] }) ?? true { rarest = pair }
                }
                if let rarest, places[rarest].last != place { places[rarest].append(place) }
            }
        }
        self.places = places
        others = literals.indices.filter { literals[$0].isEmpty }
    }

    /// The first meaning that a name has.
    func meaning(of name: SpelledName) -> NameVocabulary.Meaning? {
        candidates(for: name).first { expressions[$0].expression.hasMatch(in: name) }.map { expressions[$0].meaning }
    }

    private func candidates(for name: SpelledName) -> [Int] {
        // Beyond ASCII, letters have cases in ways of their own.
        guard name.isASCII else { return Array(expressions.indices) }
        var found = others
        NamePair.forEach(in: name.bytes) { found += places[$0] }
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
