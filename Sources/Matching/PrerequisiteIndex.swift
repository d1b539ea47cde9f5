/// The prerequisites of many formulas, by a word that each of them needs: which of them a file fulfils is found without asking
/// each one.
public struct PrerequisiteIndex: Sendable {
    private let prerequisites: [WordPrerequisite]
    /// Hashes of words in ascending order, each with a formula that may match where the word is.
    private let words: [(hash: UInt32, formula: Int)]
    /// The formulas that need no particular word.
    private let others: [Int]
    /// By formula: whether it needs nothing more than one of its words in `words`.
    private let isWholly: [Bool]

    public init(_ prerequisites: [WordPrerequisite]) {
        self.prerequisites = prerequisites
        var words: [(hash: UInt32, formula: Int)] = []
        var others: [Int] = []
        for (index, prerequisite) in prerequisites.enumerated() {
            if let clause = prerequisite.smallestClause {
                for word in clause { words.append((word, index)) }
            } else {
                others.append(index)
            }
        }
        self.words = words.sorted { $0.hash < $1.hash }
        self.others = others
        isWholly = prerequisites.map(\.isOneClause)
    }

    /// The numbers of the prerequisites that a file with these words fulfils, in ascending order.
    public func fulfilled(by words: WordSet) -> [Int] {
        var candidates = others
        var (last, isThere) = (UInt32(0), false)
        for (hash, formula) in self.words {
            if hash != last { (last, isThere) = (hash, words.mayContain(hash)) }
            if isThere { candidates.append(formula) }
        }
        candidates.sort()
        var fulfilled: [Int] = []
        for candidate in candidates
        where fulfilled.last != candidate && (isWholly[candidate] || prerequisites[candidate].isFulfilled(by: words)) {
            fulfilled.append(candidate)
        }
        return fulfilled
    }
}

extension WordPrerequisite {
    /// Whether it says nothing more than `smallestClause`.
    fileprivate var isOneClause: Bool {
        switch self {
        case .nothing: true
        case .words(let hashes): hashes.count == 1
        case .all(let parts): parts.count == 1 && parts[0].isOneClause
        case .any(let parts): !parts.isEmpty && parts.allSatisfy(\.isOneClause)
        }
    }

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
