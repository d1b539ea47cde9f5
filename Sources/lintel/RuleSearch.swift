import Findings

/// Ranks rules by how well they answer to some words.
struct RuleSearch {
    private let documents: [(rule: RuleDescription, words: [String: Double])]
    /// In how many rules each word occurs.
    private var frequencies: [String: Int] = [:]

    /// What a word counts by where it stands; a rule's name says more than its rationale.
    private static let nameWeight = 4.0
    private static let tagWeight = 3.0
    private static let summaryWeight = 2.0
    private static let textWeight = 1.0

    init(_ rules: [RuleDescription]) {
        documents = rules.map { ($0, RuleSearch.weights(of: $0)) }
        for document in documents {
            for word in document.words.keys { frequencies[word, default: 0] += 1 }
        }
    }

    /// The rules that hold any of the words, the best first; without words all of them by id. Rare words count for more
    /// (inverse document frequency), and between equals the convention that is held more firmly comes first.
    func ranked(_ query: [String]) -> [RuleDescription] {
        let words = Set(query.flatMap(RuleSearch.words))
        if words.isEmpty { return documents.map(\.rule).sorted { $0.id < $1.id } }
        let scored = documents.compactMap { document -> (rule: RuleDescription, score: Double)? in
            var score = 0.0
            for word in words { score += self.score(of: word, in: document.words) }
            return score > 0 ? (document.rule, score) : nil
        }
        return scored.sorted { left, right in
            if left.score != right.score { return left.score > right.score }
            let strengths = (left.rule.strength ?? 0, right.rule.strength ?? 0)
            return strengths.0 != strengths.1 ? strengths.0 > strengths.1 : left.rule.id < right.rule.id
        }.map(\.rule)
    }

    private func score(of word: String, in document: [String: Double]) -> Double {
        var best = 0.0
        for (candidate, weight) in document {
            // `log` finds `logging`, for less than `logging` does.
            let likeness = candidate == word ? 1 : word.count >= 3 && candidate.hasPrefix(word) ? 0.6 : 0
            if likeness == 0 { continue }
            let rarity = Double(documents.count + 1) / Double((frequencies[candidate] ?? 0) + 1)
            best = max(best, likeness * weight * (1 + rarity.squareRoot()))
        }
        return best
    }

    private static func weights(of rule: RuleDescription) -> [String: Double] {
        var weights: [String: Double] = [:]
        let texts = [
            (rule.id, nameWeight), (rule.tags.joined(separator: " "), tagWeight), (rule.summary, summaryWeight),
            (rule.description + " " + rule.rationale, textWeight),
        ]
        for (text, weight) in texts {
            for word in words(in: text) { weights[word] = max(weights[word] ?? 0, weight) }
        }
        return weights
    }

    /// Words in small letters, without the ending of a plural.
    private static func words(in text: String) -> [String] {
        text.lowercased().split { !$0.isLetter && !$0.isNumber }.map { word in
            word.count > 3 && word.hasSuffix("s") && !word.hasSuffix("ss") ? String(word.dropLast()) : String(word)
        }
    }
}
