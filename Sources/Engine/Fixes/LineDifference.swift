/// What changed between two files, line by line: Myers, "An O(ND) Difference Algorithm and Its Variations" (1986).
struct LineDifference {
    /// Lines that are replaced by others; either range may be empty.
    struct Change: Equatable {
        var old: Range<Int>
        var new: Range<Int>
    }

    /// In order, and apart from each other by at least one line that is the same.
    let changes: [Change]

    /// The number of differing lines up to which the shortest script is looked for, which takes space by its square. What
    /// differs more is one change.
    private static let maximumDistance = 1000

    init(_ old: [ArraySlice<UInt8>], _ new: [ArraySlice<UInt8>]) {
        var prefix = 0
        while prefix < min(old.count, new.count), old[prefix] == new[prefix] { prefix += 1 }
        var suffix = 0
        while suffix < min(old.count, new.count) - prefix, old[old.count - 1 - suffix] == new[new.count - 1 - suffix] {
            suffix += 1
        }
        let oldMiddle = prefix..<(old.count - suffix)
        let newMiddle = prefix..<(new.count - suffix)
        if oldMiddle.isEmpty, newMiddle.isEmpty {
            changes = []
        } else {
            let same = LineDifference.commonLines(old[oldMiddle], new[newMiddle])
            changes = LineDifference.changes(between: same ?? [], oldMiddle, newMiddle)
        }
    }

    /// The gaps between lines that are the same.
    private static func changes(between same: [(Int, Int)], _ old: Range<Int>, _ new: Range<Int>) -> [Change] {
        var changes: [Change] = []
        var start = (old.lowerBound, new.lowerBound)
        for pair in same + [(old.upperBound, new.upperBound)] {
            if pair.0 > start.0 || pair.1 > start.1 {
                changes.append(Change(old: start.0..<pair.0, new: start.1..<pair.1))
            }
            start = (pair.0 + 1, pair.1 + 1)
        }
        return changes
    }

    /// The pairs of lines on a shortest path from one file to the other; nil where it is longer than the limit.
    private static func commonLines(_ old: ArraySlice<ArraySlice<UInt8>>, _ new: ArraySlice<ArraySlice<UInt8>>) -> [(
        Int, Int
    )]? {
        let limit = min(old.count + new.count, maximumDistance)
        // `furthest[k + limit]` is how far into `old` a path on diagonal k has come; one copy is kept for each distance.
        var furthest = [Int](repeating: 0, count: 2 * limit + 2)
        var trace: [[Int]] = []
        for distance in 0...limit {
            trace.append(Array(furthest[(limit - distance)...(limit + distance + 1)]))
            for diagonal in stride(from: -distance, through: distance, by: 2) {
                let isDown =
                    diagonal == -distance
                    || (diagonal != distance && furthest[limit + diagonal - 1] < furthest[limit + diagonal + 1])
                var x = isDown ? furthest[limit + diagonal + 1] : furthest[limit + diagonal - 1] + 1
                var y = x - diagonal
                while x < old.count, y < new.count, old[old.startIndex + x] == new[new.startIndex + y] {
                    x += 1
                    y += 1
                }
                furthest[limit + diagonal] = x
                if x >= old.count, y >= new.count {
                    return path(back: trace, from: (old.count, new.count)).map {
                        ($0.0 + old.startIndex, $0.1 + new.startIndex)
                    }
                }
            }
        }
        return nil
    }

    /// Walks from the ends of both files back to their starts, collecting the lines that are the same.
    private static func path(back trace: [[Int]], from end: (Int, Int)) -> [(Int, Int)] {
        var (x, y) = end
        var pairs: [(Int, Int)] = []
        for distance in stride(from: trace.count - 1, through: 0, by: -1) {
            // The copy starts at diagonal -distance.
            let furthest = trace[distance]
            let diagonal = x - y
            var previousX = 0
            var previousY = 0
            if distance > 0 {
                let isDown =
                    diagonal == -distance
                    || (diagonal != distance && furthest[diagonal - 1 + distance] < furthest[diagonal + 1 + distance])
                let previous = isDown ? diagonal + 1 : diagonal - 1
                previousX = furthest[previous + distance]
                previousY = previousX - previous
            }
            while x > previousX, y > previousY {
                x -= 1
                y -= 1
                pairs.append((x, y))
            }
            x = previousX
            y = previousY
        }
        return pairs.reversed()
    }
}
