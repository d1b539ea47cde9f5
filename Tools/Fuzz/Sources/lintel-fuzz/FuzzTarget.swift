/// Something that must take any bytes: it may report errors, but never crash, hang or use memory without bound.
struct FuzzTarget {
    let name: String
    /// Traps where an invariant does not hold.
    let run: @Sendable ([UInt8]) -> Void

    /// Adding a target is adding it here, and a file for it.
    static let all = [
        typescript, python, swift, pattern, sql, yaml, ruleFile, modelFile, configuration, regularExpression, glob,
        checkTypeScript, checkPython, checkSwift,
    ]
}
