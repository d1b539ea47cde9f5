import SourceText

/// A compiled PCRE2 expression, as rule files write them: Perl's syntax, Python's `(?P<name>..)` included.
///
/// Text is taken as UTF-8; bytes that are not simply match nothing, and no input is an error. The compiled code is shared
/// by all threads. Each call runs under `RegularExpressionLimits`; an expression that ran into one remembers it.
public struct RegularExpression: Sendable {
    public struct Options: OptionSet, Sendable {
        public let rawValue: UInt32

        public init(rawValue: UInt32) { self.rawValue = rawValue }

        public static let caseInsensitive = Options(rawValue: 1)
        /// `^` and `$` match at lines, as `pattern-regex` wants it.
        public static let multiline = Options(rawValue: 2)
        /// `.` matches line feeds.
        public static let dotMatchesLineFeeds = Options(rawValue: 4)
        /// Plain parentheses capture nothing: a search carries the place of every group with it.
        public static let withoutPlainGroups = Options(rawValue: 8)
    }

    /// Why a pattern is no regular expression.
    public struct Fail: Error, Hashable, Sendable {
        /// PCRE2's words.
        public let message: String
        /// The byte of the pattern at which the error was noticed.
        public let offset: Int
    }

    public struct Match: Hashable, Sendable {
        /// In bytes.
        public let range: ByteRange
        /// Group 1 first; nil where the group took no part.
        public let groups: [ByteRange?]
    }

    /// What a search found, and whether it came to its end.
    public struct Search: Hashable, Sendable {
        /// In the order of the text, not overlapping.
        public var matches: [Match] = []
        /// The limit at which the search stopped; nil where it saw all of the text.
        public var limit: Limit?
    }

    /// The limits of one call, in PCRE2's terms.
    public enum Limit: Hashable, Sendable {
        /// Too much backtracking.
        case backtracking
        /// Too much memory.
        case memory
    }

    /// All there is, so that a copy counts one reference: an expression is handed around with each condition and each name.
    private let code: RegularExpressionCode

    public init(_ pattern: [UInt8], options: Options) throws(Fail) {
        code = try RegularExpressionCode(pattern, options: options)
    }

    /// - Parameter verified: a pattern of which it is known that `init(_:options:)` takes it. It is compiled when the first text
    ///   comes: of the expressions of a rule, most files ask few.
    public init(verified pattern: [UInt8], options: Options) {
        code = RegularExpressionCode(verified: pattern, options: options)
    }

    /// The pattern as it was written.
    public var pattern: [UInt8] { code.pattern }

    /// Whether no option changes what the pattern says.
    private var isPlain: Bool { code.options.subtracting(.withoutPlainGroups).isEmpty }

    /// The number of capture groups.
    public var groupCount: Int { code.groupCount }

    /// The names of the named groups with their numbers, by number.
    public var groupNames: [(name: String, number: Int)] { code.groupNames() }

    /// Every match holds one of these byte strings; empty where the pattern does not make that plain.
    public var requiredLiterals: [[UInt8]] { code.literals }

    /// Of these every text with a match holds one; empty where the pattern does not make that plain.
    var requiredParts: [TextRequirement] { TextRequirement.parts(code.literals) }

    /// The words that a match at the start of a text can be, where the pattern is a list of them to its end.
    var closedAlternatives: [[UInt8]]? { isPlain ? ClosedAlternatives.of(pattern) : nil }

    /// Whether all that it matches at the start of a text is the whole text, and a name.
    var matchesWholeNamesAlone: Bool { isPlain && WholeNames.areMatched(by: pattern) }

    /// Whether any call on any thread has stopped at a limit, so that its answer was not complete.
    public var hasReachedLimit: Bool { code.hasReachedLimit }

    /// All matches that do not overlap, from left to right, as Perl and Python find them.
    public func search(in text: [UInt8]) -> Search {
        guard mayMatch(text) else { return Search() }
        return code.search(text, first: false)
    }

    /// `search(in:)` without its limit.
    public func allMatches(in text: [UInt8]) -> [Match] { search(in: text).matches }

    /// The leftmost match.
    public func firstMatch(in text: [UInt8]) -> Match? {
        guard mayMatch(text) else { return nil }
        return code.search(text, first: true).matches.first
    }

    /// Whether there is a match anywhere.
    public func hasMatch(in text: [UInt8]) -> Bool { mayMatch(text) && code.hasMatch(text) }

    /// The match that starts at the first byte, as Python's `re.match` and `metavariable-regex` ask.
    public func matchAtStart(of text: [UInt8]) -> Match? { mayMatch(text) ? code.matchAtStart(text) : nil }

    /// Whether a match starts at the first byte.
    public func matchesAtStart(of text: [UInt8]) -> Bool { matchAtStart(of: text) != nil }

    private func mayMatch(_ text: [UInt8]) -> Bool {
        code.literals.isEmpty || code.literals.contains { ByteSearch.contains($0, in: text) }
    }
}

/// Bounds of one search. Compiling is bounded by PCRE2's own limits on the size and nesting of patterns.
public enum RegularExpressionLimits {
    /// Backtracking points from one start position: PCRE2's match limit, a tenth of its default.
    public static let backtracking: UInt32 = 1_000_000
    /// Memory for backtracking, in KiB.
    public static let memory: UInt32 = 64 * 1024
    /// The longest pattern, in bytes.
    public static let patternLength = 64 * 1024
    /// The stack of compiled code where the default of 32 KiB is too small, in bytes.
    static let stack = 4 << 20
}
