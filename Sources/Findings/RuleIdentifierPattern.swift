/// A rule id, or a pattern of ids in which `*` stands for any text: `sql/*`.
public struct RuleIdentifierPattern: Hashable, Sendable {
    public let text: String
    private let bytes: [UInt8]

    public init(_ text: some StringProtocol) {
        self.text = String(text)
        bytes = Array(text.utf8)
    }

    /// Whether the pattern means the rule.
    public func matches(_ rule: String) -> Bool {
        let rule = Array(rule.utf8)
        var patternIndex = 0
        var index = 0
        // Where to go on when the last star has to take one byte more.
        var star: (patternIndex: Int, index: Int)?
        while index < rule.count {
            if patternIndex < bytes.count, bytes[patternIndex] == 0x2A {
                star = (patternIndex, index)
                patternIndex += 1
            } else if patternIndex < bytes.count, bytes[patternIndex] == rule[index] {
                patternIndex += 1
                index += 1
            } else if let last = star {
                star = (last.patternIndex, last.index + 1)
                patternIndex = last.patternIndex + 1
                index = last.index + 1
            } else {
                return false
            }
        }
        return bytes[patternIndex...].allSatisfy { $0 == 0x2A }
    }
}
