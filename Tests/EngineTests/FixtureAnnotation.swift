/// A comment of a model's fixture, `<kind>: <text>`, which speaks of the next line that is not such a comment.
struct FixtureAnnotation {
    /// 1-based, of the line it speaks of.
    var line: Int
    var text: String

    static func all(of kind: String, in bytes: [UInt8]) -> [FixtureAnnotation] {
        var found: [FixtureAnnotation] = []
        var pending: [String] = []
        for (number, line) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
            let text = String(decoding: line, as: UTF8.self).drop { $0 == " " || $0 == "\t" }
            let opening = ["// \(kind): ", "# \(kind): "].first { text.hasPrefix($0) }
            if let opening {
                pending.append(String(text.dropFirst(opening.count)))
            } else {
                found += pending.map { FixtureAnnotation(line: number + 1, text: $0) }
                pending = []
            }
        }
        return found
    }
}
