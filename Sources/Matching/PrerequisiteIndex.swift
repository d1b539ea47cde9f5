/// The prerequisites of many formulas, by a word that each of them needs: which of them a file fulfils is found without asking
/// each one.
public struct PrerequisiteIndex: Sendable {
    private let prerequisites: [WordPrerequisite]
    /// Hashes of words, and for each the formulas that may match where the word is.
    private let words: [(hash: UInt32, formulas: [Int])]
    /// The formulas that need no particular word.
    private let others: [Int]

    public init(_ prerequisites: [WordPrerequisite]) {
        self.prerequisites = prerequisites
        var formulas: [UInt32: [Int]] = [:]
        var others: [Int] = []
        for (index, prerequisite) in prerequisites.enumerated() {
            guard let clause = prerequisite.smallestClause else {
                others.append(index)
                continue
            }
            for word in Set(clause) { formulas[word, default: []].append(index) }
        }
        words = formulas.sorted { $0.key < $1.key }.map { (hash: $0.key, formulas: $0.value) }
        self.others = others
    }

    /// The numbers of the prerequisites that a file with these words fulfils, in ascending order.
    public func fulfilled(by words: WordSet) -> [Int] {
        var candidates = others
        for (hash, formulas) in self.words where words.mayContain(hash) { candidates += formulas }
        candidates.sort()
        var fulfilled: [Int] = []
        for candidate in candidates
        where fulfilled.last != candidate && prerequisites[candidate].isFulfilled(by: words) {
            fulfilled.append(candidate)
        }
        return fulfilled
    }
}

extension WordPrerequisite {
    /// Words of which a file that fulfils the prerequisite has one, as few as are to be found; nil where there are none.
    fileprivate var smallestClause: [UInt32]? {
        switch self {
        case .nothing: return nil
        case .words(let hashes): return hashes.last.map { [$0] }
        case .all(let parts): return parts.compactMap(\.smallestClause).min { $0.count < $1.count }
        case .any(let parts):
            var clause: [UInt32] = []
            for part in parts {
                guard let words = part.smallestClause else { return nil }
                clause += words
            }
            return clause.isEmpty ? nil : clause
        }
    }
}
