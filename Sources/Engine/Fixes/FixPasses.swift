import Findings

/// Fixes one file until nothing is left to fix: a fix can make room for one that it overlapped, or for a new one.
public struct FixPasses: Sendable {
    /// The file after all passes.
    public private(set) var bytes: [UInt8]
    /// How many fixes were applied.
    public private(set) var appliedCount = 0
    /// Whether the last pass found nothing to do. If not, fixes undo each other, and a rule is at fault.
    public private(set) var isStable = false

    /// More passes than fixes that are any good have been seen to need.
    public static let defaultLimit = 10

    /// - Parameter fixes: the fixes for the file with these bytes; called before each pass.
    public init(_ original: [UInt8], limit: Int = defaultLimit, fixes: ([UInt8]) -> [Fix]) {
        bytes = original
        for _ in 0..<limit {
            let pass = FixApplication(fixes(bytes), to: bytes)
            if pass.applied.isEmpty || pass.bytes == bytes {
                isStable = true
                return
            }
            bytes = pass.bytes
            appliedCount += pass.applied.count
        }
        isStable = FixApplication(fixes(bytes), to: bytes).applied.isEmpty
    }
}
