import Algorithms
import SourceText

/// The parts of a file in which matches still count: ranges in ascending order, none of which overlap.
struct Stretches {
    private let ranges: [ByteRange]

    private init(_ ranges: [ByteRange]) { self.ranges = ranges }

    /// What the matches cover.
    init(of matches: [Match]) {
        var merged: [ByteRange] = []
        for match in Match.inSourceOrder(matches) {
            if let last = merged.last, match.range.start <= last.end {
                merged[merged.count - 1].end = max(last.end, match.range.end)
            } else {
                merged.append(match.range)
            }
        }
        ranges = merged
    }

    var isEmpty: Bool { ranges.isEmpty }

    /// Whether some of a range is covered; ranges that only touch count, as empty ones do no more.
    func touch(_ range: ByteRange) -> Bool {
        first(endingAtOrBehind: range.start).map { $0.start <= range.end } ?? false
    }

    /// Whether all of a range is covered.
    func hold(_ range: ByteRange) -> Bool {
        first(endingAtOrBehind: range.end).map { $0.start <= range.start } ?? false
    }

    private func first(endingAtOrBehind offset: Int) -> ByteRange? {
        let index = ranges.partitioningIndex { $0.end >= offset }
        return index < ranges.count ? ranges[index] : nil
    }

    /// What both cover.
    func intersection(_ other: Stretches) -> Stretches {
        var common: [ByteRange] = []
        var (left, right) = (0, 0)
        while left < ranges.count, right < other.ranges.count {
            let start = max(ranges[left].start, other.ranges[right].start)
            let end = min(ranges[left].end, other.ranges[right].end)
            if start <= end { common.append(ByteRange(start, end)) }
            if ranges[left].end < other.ranges[right].end { left += 1 } else { right += 1 }
        }
        return Stretches(common)
    }
}
