import Matching
import Synchronization

/// A regular expression that says something of names, compiled when the first name comes: most files ask for few of them.
public final class NameExpression: Sendable {
    private let pattern: [UInt8]
    private let compiled: Mutex<Compiled?>

    /// A class, so that asking holds on to one thing and not to all parts of an expression.
    private final class Compiled: Sendable {
        /// nil where the pattern is no regular expression.
        let expression: RegularExpression?

        init(_ expression: RegularExpression?) { self.expression = expression }
    }

    /// - Parameter pattern: one that is known to be a regular expression; what is none matches nothing.
    public init(pattern: [UInt8]) {
        self.pattern = pattern
        compiled = Mutex(nil)
    }

    public init(_ expression: RegularExpression) {
        pattern = expression.pattern
        compiled = Mutex(Compiled(expression))
    }

    /// nil where the pattern is no regular expression.
    var expression: RegularExpression? { known.expression }

    func hasMatch(in name: [UInt8]) -> Bool { known.expression?.hasMatch(in: name) ?? false }

    private var known: Compiled {
        compiled.withLock { compiled in
            if let compiled { return compiled }
            // Nobody asks for groups, unless the pattern does itself.
            let made = Compiled(
                (try? RegularExpression(pattern, options: .withoutPlainGroups))
                    ?? (try? RegularExpression(pattern, options: [])))
            compiled = made
            return made
        }
    }
}
