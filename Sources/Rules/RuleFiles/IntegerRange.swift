import YAML

/// A range of whole numbers as rules write it: `200`, `10..20`, `>200`, `>=10`, `<5`, `<=5`.
enum IntegerRange {
    static func range(_ node: YAMLNode, _ name: String) throws(YAMLError) -> ClosedRange<Int> {
        let text = try node.scalarText(name).filter { $0 != " " }
        if let range = range(text) { return range }
        throw node.error("\(name) must be a number, or a range such as '>200', '<=10' or '5..20'")
    }

    private static func range(_ text: String) -> ClosedRange<Int>? {
        if let number = natural(text) { return number...number }
        if text.hasPrefix(">=") { return natural(text.dropFirst(2)).map { $0...Int.max } }
        if text.hasPrefix("<=") { return natural(text.dropFirst(2)).map { 0...$0 } }
        if text.hasPrefix(">") { return natural(text.dropFirst()).map { ($0 + 1)...Int.max } }
        if text.hasPrefix("<") { return natural(text.dropFirst()).flatMap { $0 > 0 ? 0...($0 - 1) : nil } }
        let ends = text.split(separator: ".", omittingEmptySubsequences: true)
        guard ends.count == 2, let low = natural(ends[0]), let high = natural(ends[1]), low <= high else { return nil }
        return low...high
    }

    private static func natural(_ text: some StringProtocol) -> Int? {
        Int(text).flatMap { (0..<Int.max).contains($0) ? $0 : nil }
    }
}
