/// What the fixes of a rule make of a file, beside what they are expected to make of it.
public enum FixComparison: Hashable, Sendable {
    case same
    /// The first line that differs, 1-based, in the file of what is expected; nil stands for its end.
    case different(file: String, line: Int, expected: String?, found: String?)

    init(of fixed: [UInt8], with expected: [UInt8], in file: String) {
        if fixed == expected {
            self = .same
            return
        }
        let found = fixed.split(separator: 0x0A, omittingEmptySubsequences: false)
        let wanted = expected.split(separator: 0x0A, omittingEmptySubsequences: false)
        let line = zip(found, wanted).enumerated().first { $0.element.0 != $0.element.1 }?.offset
        let index = line ?? min(found.count, wanted.count)
        self = .different(
            file: file, line: index + 1,
            expected: index < wanted.count ? String(decoding: wanted[index], as: UTF8.self) : nil,
            found: index < found.count ? String(decoding: found[index], as: UTF8.self) : nil)
    }
}
