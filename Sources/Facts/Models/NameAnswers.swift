import Synchronization

/// What has been found out about names, shared by all files of a run: a project uses the same names again and again, and
/// each costs many regular expressions.
final class NameAnswers: Sendable {
    /// By name: for each meaning that was asked for, whether the name has it.
    private let held = Mutex<[String: [NameVocabulary.Meaning: Bool]]>([:])
    /// By name: its first meaning.
    private let first = Mutex<[String: NameVocabulary.Meaning?]>([:])
    /// Names beyond these are not remembered, so that no project makes the table grow without bound.
    private static let most = 100_000

    func holds(_ meaning: NameVocabulary.Meaning, _ name: String, find: () -> Bool) -> Bool {
        if let known = held.withLock({ $0[name]?[meaning] }) { return known }
        let answer = find()
        held.withLock { if $0.count < Self.most { $0[name, default: [:]][meaning] = answer } }
        return answer
    }

    func meaning(of name: String, find: () -> NameVocabulary.Meaning?) -> NameVocabulary.Meaning? {
        if let known = first.withLock({ $0[name] }) { return known }
        let answer = find()
        first.withLock { if $0.count < Self.most { $0[name] = .some(answer) } }
        return answer
    }
}
