/// The prerequisites of many formulas, by a word that each of them needs: which of them a file fulfils is found without asking
/// each one. A class: every file asks many of them, and a copy counts one reference.
public final class PrerequisiteIndex: Sendable {
    /// By word: the formulas that may match where it is.
    private let words: WordTable
    /// Parts of words, each with a formula that may match where it is.
    private let parts: [(requirement: TextRequirement, formula: Int)]
    /// The formulas that need nothing in particular.
    private let others: [Int]
    /// By formula: where its steps begin; -1 where it needs nothing more than one of the words and parts it is found by.
    private let starts: [Int]
    /// The prerequisites in preorder, so that asking one follows no references.
    private let steps: [Step]

    private struct Step: Sendable {
        enum Kind { case text, all, any }
        let kind: Kind
        var requirement = TextRequirement(wordHash: 0)
        /// Behind the last of its parts.
        var end = 0
    }

    public init(_ prerequisites: [WordPrerequisite]) {
        var words: [(hash: UInt32, formula: Int)] = []
        var parts: [(requirement: TextRequirement, formula: Int)] = []
        var others: [Int] = []
        for (index, prerequisite) in prerequisites.enumerated() {
            guard let clause = prerequisite.smallestClause else {
                others.append(index)
                continue
            }
            for requirement in clause {
                if let word = requirement.word {
                    words.append((word, index))
                } else {
                    parts.append((requirement, index))
                }
            }
        }
        self.words = WordTable(words)
        self.parts = parts
        self.others = others
        var starts: [Int] = []
        var steps: [Step] = []
        for prerequisite in prerequisites {
            starts.append(prerequisite.isOneClause ? -1 : steps.count)
            if !prerequisite.isOneClause { PrerequisiteIndex.append(prerequisite, to: &steps) }
        }
        self.starts = starts
        self.steps = steps
    }

    private static func append(_ prerequisite: WordPrerequisite, to steps: inout [Step]) {
        let index = steps.count
        switch prerequisite {
        case .nothing:
            steps.append(Step(kind: .all))
        case .words(let hashes):
            steps.append(Step(kind: .all))
            for hash in hashes { append(TextRequirement(wordHash: hash), to: &steps) }
        case .oneOf(let requirements):
            steps.append(Step(kind: .any))
            for requirement in requirements { append(requirement, to: &steps) }
        case .all(let parts):
            steps.append(Step(kind: .all))
            for part in parts { append(part, to: &steps) }
        case .any(let parts):
            steps.append(Step(kind: .any))
            for part in parts { append(part, to: &steps) }
        }
        steps[index].end = steps.count
    }

    private static func append(_ requirement: TextRequirement, to steps: inout [Step]) {
        steps.append(Step(kind: .text, requirement: requirement, end: steps.count + 1))
    }

    /// The numbers of the prerequisites that a file with these words fulfils, in ascending order.
    public func fulfilled(by words: WordSet) -> [Int] {
        var candidates = others
        self.words.collect(for: words, into: &candidates)
        for (requirement, formula) in parts where words.mayContain(requirement) { candidates.append(formula) }
        candidates.sort()
        var fulfilled: [Int] = []
        for candidate in candidates
        where fulfilled.last != candidate && (starts[candidate] < 0 || isFulfilled(starts[candidate], by: words)) {
            fulfilled.append(candidate)
        }
        return fulfilled
    }

    private func isFulfilled(_ index: Int, by words: WordSet) -> Bool {
        let step = steps[index]
        if step.kind == .text { return words.mayContain(step.requirement) }
        var part = index + 1
        while part < step.end {
            if isFulfilled(part, by: words) == (step.kind == .any) { return step.kind == .any }
            part = steps[part].end
        }
        return step.kind == .all
    }
}

/// The formulas of many words. Of those and the words of a file, the fewer are looked up among the others: all rules name more
/// words than a file has, a section of a model fewer.
private struct WordTable: Sendable {
    /// The words, each once and in ascending order, with their formulas as ranges of `formulas`.
    private var words: [(hash: UInt32, formulas: Range<Int>)] = []
    /// Open addressing by hash over indices of `words`, the length a power of two; -1 is a free slot.
    private var slots: [Int32]
    private var formulas: [Int] = []

    init(_ pairs: [(hash: UInt32, formula: Int)]) {
        for pair in pairs.sorted(by: { ($0.hash, $0.formula) < ($1.hash, $1.formula) }) {
            let index = formulas.count
            formulas.append(pair.formula)
            if words.last?.hash != pair.hash { words.append((pair.hash, index..<index)) }
            words[words.count - 1].formulas = words[words.count - 1].formulas.lowerBound..<(index + 1)
        }
        var size = 16
        while size < words.count * 4 { size *= 2 }
        slots = [Int32](repeating: -1, count: size)
        for index in words.indices { slots[slot(of: words[index].hash)] = Int32(index) }
    }

    private func slot(of hash: UInt32) -> Int {
        let mask = slots.count - 1
        var slot = Int(truncatingIfNeeded: hash) & mask
        while slots[slot] >= 0, words[Int(slots[slot])].hash != hash { slot = (slot + 1) & mask }
        return slot
    }

    /// Adds the formulas of all words of a file.
    func collect(for file: WordSet, into found: inout [Int]) {
        if words.count < file.hashes.count {
            for word in words where file.contains(word.hash) { found += formulas[word.formulas] }
        } else {
            for hash in file.hashes {
                let slot = slot(of: hash)
                if slots[slot] >= 0 { found += formulas[words[Int(slots[slot])].formulas] }
            }
        }
    }
}

extension WordPrerequisite {
    /// Whether it says nothing more than `smallestClause`.
    fileprivate var isOneClause: Bool {
        switch self {
        case .nothing: true
        case .words(let hashes): hashes.count == 1
        case .oneOf(let requirements): !requirements.isEmpty
        case .all(let parts): parts.count == 1 && parts[0].isOneClause
        case .any(let parts): !parts.isEmpty && parts.allSatisfy(\.isOneClause)
        }
    }

    /// Words and parts of which a file that fulfils the prerequisite has one, as few as are to be found; nil where there are
    /// none.
    fileprivate var smallestClause: [TextRequirement]? {
        switch self {
        case .nothing: return nil
        case .words(let hashes): return hashes.last.map { [TextRequirement(wordHash: $0)] }
        case .oneOf(let requirements): return requirements.isEmpty ? nil : requirements
        case .all(let parts): return parts.compactMap(\.smallestClause).min { $0.count < $1.count }
        case .any(let parts):
            var clause: [TextRequirement] = []
            for part in parts {
                guard let requirements = part.smallestClause else { return nil }
                clause += requirements
            }
            return clause.isEmpty ? nil : clause
        }
    }
}
