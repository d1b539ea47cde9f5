import Facts
import Rules
import Synchronization

/// A rule that may match in a file by the file's words. A class: most files have some fifty of them, each of which is handed
/// around.
final class RuleCandidate: Sendable {
    let id: String
    /// What a file must have some of for a match; empty where nothing is known.
    let subjects: [FactSubject]
    /// The files that the rule speaks of; nil where it speaks of nearly all, which compiling it tells early enough.
    private let paths: (@Sendable () -> PathFilter)?
    private let compile: @Sendable () -> Rule?
    private let state: Mutex<State>

    private struct State {
        /// nil where it was not tried yet.
        var compiled: Rule??
        /// What `paths` gave, once a file came.
        var paths: PathFilter?
        /// Whether some file asked for the rule.
        var isUsed = false
    }

    /// - Parameters:
    ///   - paths: gives the files that the rule speaks of, where those are few.
    ///   - compiled: what compiling it gave; nil where that was not tried yet.
    ///   - compile: gives the rule; nil where it has an error.
    init(
        id: String, subjects: [FactSubject], paths: (@Sendable () -> PathFilter)? = nil, compiled: Rule?? = nil,
        compile: @escaping @Sendable () -> Rule?
    ) {
        self.id = id
        self.subjects = subjects
        self.paths = paths
        self.compile = compile
        state = Mutex(State(compiled: compiled))
    }

    /// Whether the rule may speak of a file.
    func mayAdmit(_ path: FilteredPath) -> Bool {
        guard let paths else { return true }
        let filter = state.withLock { state in
            let filter = state.paths ?? paths()
            state.paths = filter
            return filter
        }
        return path.isAdmitted(by: filter)
    }

    /// The rule, compiled now where it was not; nil where it has an error.
    func rule() -> Rule? {
        state.withLock { state in
            state.isUsed = true
            if let rule = state.compiled { return rule }
            let rule = compile()
            state.compiled = .some(rule)
            return rule
        }
    }

    /// The rule, if some file asked for it.
    var usedRule: Rule? { state.withLock { $0.isUsed ? $0.compiled ?? nil : nil } }
}
