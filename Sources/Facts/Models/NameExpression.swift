import Matching

/// A regular expression that says something of names, compiled when the first name comes: most files ask for few of them.
public final class NameExpression: Sendable {
    private let pattern: [UInt8]
    private let compiled = LazyReference<Compiled>()
    private let filter = LazyReference<NameFilter>()

    private final class Compiled: Sendable {
        /// nil where the pattern is no regular expression.
        let expression: RegularExpression?

        init(_ expression: RegularExpression?) { self.expression = expression }
    }

    /// - Parameter pattern: one that is known to be a regular expression; what is none matches nothing.
    public init(pattern: [UInt8]) { self.pattern = pattern }

    public init(_ expression: RegularExpression) {
        pattern = expression.pattern
        _ = compiled.value { Compiled(expression) }
    }

    /// nil where the pattern is no regular expression.
    var expression: RegularExpression? { compiled.value(compile).expression }

    /// A name that is ASCII and matches holds one of these, whatever its case; empty where it need not hold any.
    var literals: [[UInt8]] { nameFilter.requiredLiterals }

    private var nameFilter: NameFilter { filter.value { NameFilter(pattern: pattern) } }

    func hasMatch(in name: SpelledName) -> Bool {
        nameFilter.mayMatch(name) && expression?.hasMatch(in: name.bytes) ?? false
    }

    private func compile() -> Compiled {
        // Nobody asks for groups, unless the pattern does itself.
        Compiled(
            (try? RegularExpression(pattern, options: .withoutPlainGroups))
                ?? (try? RegularExpression(pattern, options: [])))
    }
}
