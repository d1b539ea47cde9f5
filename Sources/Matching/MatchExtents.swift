import Algorithms
import SourceText

/// Matches in source order, to be asked for those around a range without looking at all of them. What ends too early leads to
/// the next before it that ends later: among ranges that lie in one another or apart, a step for each that holds it.
struct MatchExtents {
    private let matches: [Match]
    /// For each match the place of the last one before it that ends behind its end; -1 where there is none.
    private let laterEnding: [Int]

    init(_ matches: [Match]) {
        let ordered = Match.inSourceOrder(matches)
        var laterEnding: [Int] = []
        laterEnding.reserveCapacity(ordered.count)
        for index in ordered.indices {
            var before = index - 1
            while before >= 0, ordered[before].range.end <= ordered[index].range.end { before = laterEnding[before] }
            laterEnding.append(before)
        }
        self.matches = ordered
        self.laterEnding = laterEnding
    }

    /// Those that hold all of a range, in source order.
    func holding(_ range: ByteRange) -> [Match] { matches(startingUpTo: range.start, endingFrom: range.end) }

    /// Those that hold some of a range or end at its start or start at its end, in source order.
    func touching(_ range: ByteRange) -> [Match] { matches(startingUpTo: range.end, endingFrom: range.start) }

    private func matches(startingUpTo lastStart: Int, endingFrom firstEnd: Int) -> [Match] {
        var index = matches.partitioningIndex { $0.range.start > lastStart } - 1
        var found: [Match] = []
        while index >= 0 {
            if matches[index].range.end >= firstEnd {
                found.append(matches[index])
                index -= 1
            } else {
                index = laterEnding[index]
            }
        }
        return found.reversed()
    }
}
