import Matching

/// Names by which middleware, decorators and helpers are known for what they do, whoever wrote them.
public struct NameVocabulary: Sendable {
    /// By the numbers of the meanings; empty where no meaning has any.
    private var expressions: [[NameExpression]] = []
    /// What was found out with them.
    private var answers = NameAnswers.none

    public init() {}

    /// Adds what says of names that they have meanings.
    public mutating func add(_ added: some Sequence<(Meaning, [NameExpression])>) {
        for (meaning, added) in added where !added.isEmpty {
            if expressions.isEmpty { expressions = [[NameExpression]](repeating: [], count: Meaning.allCases.count) }
            expressions[meaning.number] += added
        }
        answers = isEmpty ? .none : NameAnswers()
    }

    public mutating func merge(_ other: NameVocabulary) {
        // Most models bring no names.
        guard !other.isEmpty else { return }
        add(zip(Meaning.allCases, other.expressions))
    }

    private var isEmpty: Bool { expressions.isEmpty }

    /// Whether the name has the meaning.
    public func holds(_ meaning: Meaning, _ name: String) -> Bool {
        guard !isEmpty, !expressions[meaning.number].isEmpty else { return false }
        return answer(meaning, name).held.contains(meaning)
    }

    /// Whether the name has the meaning, with all else that was found out about it.
    func answer(_ meaning: Meaning, _ name: String) -> MeaningAnswer {
        isEmpty
            ? MeaningAnswer() : answers.answer(meaning, name) { isMatched(SpelledName(Array(name.utf8)), by: meaning) }
    }

    private func isMatched(_ name: SpelledName, by meaning: Meaning) -> Bool {
        expressions[meaning.number].contains { $0.hasMatch(in: name) }
    }

    /// The first meaning that the name has, in the order of `Meaning.allCases`, as the name of something that may stand
    /// between a request and its handler: no meaning behind `speaks` is asked for.
    public func meaning(of name: String) -> Meaning? {
        if isEmpty { return nil }
        return answers.meaning(of: name) { answers.standing.value(makeStanding).meaning(of: SpelledName($0)) }
    }

    private func makeStanding() -> StandingNames {
        let meanings = Meaning.allCases.prefix { $0.number <= Meaning.speaks.number }
        return StandingNames(meanings.flatMap { meaning in expressions[meaning.number].map { (meaning, $0) } })
    }
}
