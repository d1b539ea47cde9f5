/// Finds the name that a user most likely meant.
public enum NearestName {
    /// The name of `candidates` closest to `name` by edits (insertions, deletions, replacements, swaps of neighbours,
    /// letter case not counted); nil where none is close enough to be a typing mistake. The first of equals wins.
    public static func of(_ name: String, in candidates: some Sequence<String>) -> String? {
        let wanted = folded(name)
        guard !wanted.isEmpty, wanted.count <= longest else { return nil }
        let tolerance = max(1, wanted.count / 3)
        var best: (name: String, distance: Int)?
        for candidate in candidates {
            let other = folded(candidate)
            let bound = best.map { $0.distance - 1 } ?? tolerance
            guard other.count <= longest, abs(other.count - wanted.count) <= bound else { continue }
            let distance = editDistance(wanted, other)
            if distance <= bound { best = (candidate, distance) }
            if distance == 0 { break }
        }
        return best?.name
    }

    /// Longer names are not compared: the cost is the product of the lengths.
    private static let longest = 96

    private static func folded(_ name: String) -> [UInt8] {
        name.utf8.map(\.lowercased)
    }

    /// The optimal string alignment distance, in three rolling rows.
    private static func editDistance(_ left: [UInt8], _ right: [UInt8]) -> Int {
        var beforePrevious = [Int](repeating: 0, count: right.count + 1)
        var previous = Array(0...right.count)
        var current = beforePrevious
        for row in 0..<left.count {
            current[0] = row + 1
            for column in 0..<right.count {
                let replaced = previous[column] + (left[row] == right[column] ? 0 : 1)
                var distance = min(replaced, previous[column + 1] + 1, current[column] + 1)
                if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
                    distance = min(distance, beforePrevious[column - 1] + 1)
                }
                current[column + 1] = distance
            }
            (beforePrevious, previous, current) = (previous, current, beforePrevious)
        }
        return previous[right.count]
    }
}
