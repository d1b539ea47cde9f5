import Facts
import Findings
import Matching
import SourceText
import Syntax

/// A rule compiled for one language: everything that running it on a file takes. A class, because each file asks for its
/// rules anew.
public final class Rule: Sendable {
    /// What the rule looks for.
    public enum Query: Sendable {
        case search(Formula)
        case taint(TaintSpecification)

        /// All that it looks for.
        var formulas: [Formula] {
            switch self {
            case .search(let formula): [formula]
            case .taint(let specification):
                specification.sources.map(\.formula) + specification.sinks.map(\.formula)
                    + specification.sanitizers.map(\.formula) + specification.propagators.map(\.formula)
            }
        }
    }

    public let id: String
    /// With metavariables (`$X`) still in it.
    public let message: String
    public let severity: Severity
    public let query: Query
    public let metavariables: MetavariableTable
    public let options: MatchOptions
    public let paths: PathFilter
    public let fix: FixTemplate?
    /// The fixes of single formulas of the rule; see `Match.fix`.
    public let formulaFixes: [FixTemplate]
    /// Whether `fix` cannot change what the program means.
    public let isFixSafe: Bool
    /// What a file must hold for the rule to match in it.
    public let prerequisite: WordPrerequisite

    init(
        id: String, message: String, severity: Severity, query: Query, metavariables: MetavariableTable,
        options: MatchOptions, paths: PathFilter, fix: FixTemplate?,
        formulaFixes: [FixTemplate], isFixSafe: Bool, prerequisite: WordPrerequisite
    ) {
        self.id = id
        self.message = message
        self.severity = severity
        self.query = query
        self.metavariables = metavariables
        self.options = options
        self.paths = paths
        self.fix = fix
        self.formulaFixes = formulaFixes
        self.isFixSafe = isFixSafe
        self.prerequisite = prerequisite
    }
}

extension Rule {
    /// The regular expressions that gave up on some text so far, so that findings may be missing.
    public var exhaustedExpressions: [String] {
        query.formulas.flatMap(\.regularExpressions).filter(\.hasReachedLimit).map {
            String(decoding: $0.pattern, as: UTF8.self)
        }
    }
}

/// What replaces the text that a rule found.
public enum FixTemplate: Hashable, Sendable {
    /// Replaces the finding; metavariables stand for their source text.
    case replacement(String)
    /// Replaces matches of a regular expression in the finding's text; `\1` stands for a group.
    case regularExpression(pattern: String, replacement: String, count: Int)
}

/// `paths:` of a rule: globs that a file must match, and globs that it must not. A class: it is asked of every file, and a copy
/// counts one reference.
public final class PathFilter: Sendable {
    /// The globs of one list: the rule's own, and those of sets that it names.
    struct List: Sendable {
        private var sets: [GlobSet] = []
        /// What tells lists of one run apart.
        private(set) var text = ""

        mutating func add(_ globs: [Glob]) {
            if globs.isEmpty { return }
            sets.append(GlobSet(globs))
            text += globs.map(\.pattern).joined(separator: "\n") + "\n"
        }

        mutating func add(_ set: GlobSet, named name: String) {
            sets.append(set)
            text += "set " + name + "\n"
        }

        var isEmpty: Bool { sets.isEmpty }

        func matches(_ path: PathSegments) -> Bool { sets.contains { $0.matches(path) } }
    }

    private let include: List
    private let exclude: List
    /// What the lists were written as: many rules leave out the same files.
    fileprivate let text: String

    init(include: List = List(), exclude: List = List()) {
        self.include = include
        self.exclude = exclude
        text = include.text + "\n" + exclude.text
    }

    fileprivate var isEmpty: Bool { include.isEmpty && exclude.isEmpty }

    fileprivate func admits(_ path: PathSegments) -> Bool {
        (include.isEmpty || include.matches(path)) && !exclude.matches(path)
    }
}

/// The path of a file, of which many rules ask whether they speak of it, most of them by the same lists.
public final class FilteredPath {
    private let path: String
    private lazy var segments = PathSegments(path)
    /// By what filters were written as.
    private var answers: [(text: String, isAdmitted: Bool)] = []

    /// - Parameter path: relative to the root of the run.
    public init(_ path: String) { self.path = path }

    /// Whether a rule with this filter speaks of the file.
    public func isAdmitted(by filter: PathFilter) -> Bool {
        if filter.isEmpty { return true }
        for answer in answers where answer.text == filter.text { return answer.isAdmitted }
        let isAdmitted = filter.admits(segments)
        answers.append((filter.text, isAdmitted))
        return isAdmitted
    }
}

extension PathFilter: Hashable {
    public static func == (left: PathFilter, right: PathFilter) -> Bool { left.text == right.text }
    public func hash(into hasher: inout Hasher) { hasher.combine(text) }
}
