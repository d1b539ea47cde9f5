/// The keys of one mapping, to find duplicates: few are compared one by one, many are hashed.
struct YAMLKeySet {
    private var ranges: [Range<Int>] = []
    private var records: [Int] = []
    private var hashed: [[UInt8]: Int] = [:]
    private static let comparedCount = 16

    /// Adds the key that stands at `range` of `text`; returns the record of an equal key that was there before.
    mutating func insert(_ range: Range<Int>, in text: [UInt8], record: Int) -> Int? {
        guard ranges.count >= Self.comparedCount else {
            for (index, other) in ranges.enumerated()
            where other.count == range.count && text[other].elementsEqual(text[range]) {
                return records[index]
            }
            ranges.append(range)
            records.append(record)
            return nil
        }
        // The keys are copies: `text` still grows, and a slice would keep each of its versions alive.
        if hashed.isEmpty {
            for (other, record) in zip(ranges, records) { hashed[Array(text[other])] = record }
        }
        let key = Array(text[range])
        if let first = hashed[key] { return first }
        hashed[key] = record
        return nil
    }
}
