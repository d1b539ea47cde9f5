import Algorithms
import SourceText

/// Which places of a file lie in a response. Asked for each call that a function gives back, so that looking at all responses took
/// their number times that of the calls.
struct ResponseReach {
    /// Where the responses start, in order.
    private let starts: [Int]
    /// By response: the farthest end of those that start no later.
    private let ends: [Int]

    init(_ responses: [Response]) {
        let ranges = responses.map(\.range).sorted()
        starts = ranges.map(\.start)
        ends = ranges.reductions { $0.end > $1.end ? $0 : $1 }.map(\.end)
    }

    /// Whether a response holds all of a range: one that starts no later and reaches its end.
    func holds(_ range: ByteRange) -> Bool {
        let count = starts.partitioningIndex { $0 > range.start }
        return count > 0 && ends[count - 1] >= range.end
    }
}
