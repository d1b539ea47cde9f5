import Algorithms
import SourceText

/// Ranges of one file, for asking whether any of them overlaps another.
struct RangeIndex {
    private let starts: [Int]
    /// The largest end among the ranges up to each.
    private let reaches: [Int]

    init(_ ranges: [ByteRange]) {
        let sorted = ranges.sorted()
        starts = sorted.map(\.start)
        var reach = 0
        reaches = sorted.map { range in
            reach = max(reach, range.end)
            return reach
        }
    }

    /// Whether a range has a byte in common with `range`.
    func overlaps(_ range: ByteRange) -> Bool {
        let behind = starts.partitioningIndex { $0 >= range.end }
        return behind > 0 && reaches[behind - 1] > range.start
    }
}
