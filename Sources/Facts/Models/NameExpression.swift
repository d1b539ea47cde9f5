import Matching
import Synchronization

/// A regular expression that says something of names, compiled when the first name comes: most files ask for few of them.
public final class NameExpression: Sendable {
    private let pattern: [UInt8]
    private let expression: Mutex<RegularExpression?>

    /// - Parameter pattern: one that is known to be a regular expression; what is none matches nothing.
    public init(pattern: [UInt8]) {
        self.pattern = pattern
        expression = Mutex(nil)
    }

    public init(_ expression: RegularExpression) {
        pattern = expression.pattern
        self.expression = Mutex(expression)
    }

    func hasMatch(in name: [UInt8]) -> Bool {
        let compiled = expression.withLock { expression in
            if expression == nil { expression = try? RegularExpression(pattern, options: []) }
            return expression
        }
        return compiled?.hasMatch(in: name) ?? false
    }
}
