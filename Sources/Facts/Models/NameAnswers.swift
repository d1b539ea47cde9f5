import Matching
import Synchronization

/// A set of meanings, one bit each.
struct MeaningSet {
    private var words = InlineArray<5, UInt64>(repeating: 0)

    func contains(_ meaning: NameVocabulary.Meaning) -> Bool {
        words[meaning.number >> 6] >> UInt64(meaning.number & 63) & 1 == 1
    }

    mutating func insert(_ meaning: NameVocabulary.Meaning) {
        words[meaning.number >> 6] |= 1 << UInt64(meaning.number & 63)
    }
}

/// The meanings that a name was asked for, and those of them that it has.
struct MeaningAnswer {
    var asked = MeaningSet()
    var held = MeaningSet()
}

/// What has been found out about names, shared by all files of a run: a project uses the same names again and again, and
/// each costs many regular expressions.
final class NameAnswers: Sendable {
    /// The names of what may stand between a request and its handler.
    let standing = LazyReference<StandingNames>()
    private let shards: [Shard]
    private static let shardCount = 16
    /// Names of a shard beyond these are not remembered, so that no project makes the table grow without bound.
    private static let most = 100_000 / shardCount

    /// Of a vocabulary without expressions, which is asked nothing: most models have such a one.
    static let none = NameAnswers(shardCount: 0)

    init(shardCount: Int = NameAnswers.shardCount) { shards = (0..<shardCount).map { _ in Shard() } }

    /// What is known of some of the names, so that threads seldom wait for each other.
    private final class Shard: Sendable {
        let answers = Mutex<[String: MeaningAnswer]>([:])
        /// By name: its first meaning.
        let first = Mutex<[String: NameVocabulary.Meaning?]>([:])
    }

    private func shard(of name: String) -> Shard { shards[Int(name.utf8.last ?? 0) % Self.shardCount] }

    /// What is known of a name, the meaning asked for among it.
    func answer(_ meaning: NameVocabulary.Meaning, _ name: String, find: () -> Bool) -> MeaningAnswer {
        let shard = shard(of: name)
        let known = shard.answers.withLock { $0[name] }
        if let known, known.asked.contains(meaning) { return known }
        let isHeld = find()
        return shard.answers.withLock { answers in
            // What another thread has found out in between is found out again.
            var answer = known ?? MeaningAnswer()
            answer.asked.insert(meaning)
            if isHeld { answer.held.insert(meaning) }
            if known != nil || answers.count < Self.most { answers[name] = answer }
            return answer
        }
    }

    /// The first meaning of a name, which `find` finds out.
    func meaning(of name: String, find: ([UInt8]) -> NameVocabulary.Meaning?) -> NameVocabulary.Meaning? {
        let shard = shard(of: name)
        if let known = shard.first.withLock({ $0[name] }) { return known }
        let answer = find(Array(name.utf8))
        shard.first.withLock { if $0.count < Self.most { $0[name] = .some(answer) } }
        return answer
    }
}
