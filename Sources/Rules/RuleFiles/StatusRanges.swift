import YAML

/// Statuses as rules write them: `404`, `400..599`, `>=500`, `<400`, or a list of those.
enum StatusRanges {
    static func ranges(_ node: YAMLNode) throws(YAMLError) -> [ClosedRange<Int>] {
        if node.isSequence {
            var all: [ClosedRange<Int>] = []
            for element in node.elements { all += try ranges(element) }
            return all
        }
        let text = try node.scalarText("'status'").filter { $0 != " " }
        if let range = range(text) { return [range] }
        throw node.error("'status' must be a status, a range such as '400..599' or '>=500', or a list of those")
    }

    private static func range(_ text: String) -> ClosedRange<Int>? {
        if let status = Int(text) { return status...status }
        if text.hasPrefix(">="), let low = Int(text.dropFirst(2)) { return low...max(low, 999) }
        if text.hasPrefix("<="), let high = Int(text.dropFirst(2)), high >= 0 { return 0...high }
        if text.hasPrefix("<"), let high = Int(text.dropFirst()), high > 0 { return 0...(high - 1) }
        if text.hasPrefix(">"), let low = Int(text.dropFirst()) { return (low + 1)...max(low + 1, 999) }
        let ends = text.split(separator: ".", omittingEmptySubsequences: true)
        if ends.count == 2, let low = Int(ends[0]), let high = Int(ends[1]), low <= high { return low...high }
        return nil
    }
}
