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
