/// Finds the name that a misspelt one was probably meant to be.
public enum SQLNearestName {
    /// The candidate with the smallest edit distance, if it is at most a third of the name's length; the first of equals.
    public static func find(_ name: [UInt8], among candidates: [[UInt8]]) -> [UInt8]? {
        var best: [UInt8]?
        var bestDistance = max(1, name.count / 3) + 1
        for candidate in candidates where abs(candidate.count - name.count) < bestDistance {
            let distance = distance(name, candidate)
            if distance < bestDistance { (best, bestDistance) = (candidate, distance) }
        }
        return best
    }

    /// The optimal string alignment distance: insertions, deletions, substitutions, and swaps of neighbours. For names of
    /// at most 128 bytes; longer ones are as far apart as can be.
    private static func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
        guard left.count <= 128, right.count <= 128 else { return Int.max }
        var beforeLast = [Int](repeating: 0, count: right.count + 1)
        var last = Array(0...right.count)
        for i in left.indices {
            var row = [i + 1]
            row.reserveCapacity(right.count + 1)
            for j in right.indices {
                let substitution = last[j] + (left[i] == right[j] ? 0 : 1)
                var cost = min(substitution, row[j] + 1, last[j + 1] + 1)
                if i > 0, j > 0, left[i] == right[j - 1], left[i - 1] == right[j] {
                    cost = min(cost, beforeLast[j - 1] + 1)
                }
                row.append(cost)
            }
            (beforeLast, last) = (last, row)
        }
        return last[right.count]
    }
}
