import SourceText

extension Match {
    /// The matches by their ranges; those of one range stay in the order in which they were found.
    static func inSourceOrder(_ matches: [Match]) -> [Match] {
        // Nodes are tried in source order, so that there is mostly nothing to do.
        isOrdered(matches) ? matches : matches.sorted { $0.range < $1.range }
    }

    private static func isOrdered(_ matches: [Match]) -> Bool {
        guard matches.count > 1 else { return true }
        for index in 1..<matches.count where matches[index].range < matches[index - 1].range { return false }
        return true
    }

    /// The matches by their ranges, each once.
    static func unique(_ matches: [Match]) -> [Match] {
        guard matches.count > 1 else { return matches }
        let ordered = inSourceOrder(matches)
        var kept: [Match] = []
        kept.reserveCapacity(ordered.count)
        var start = 0
        while start < ordered.count {
            var end = start + 1
            while end < ordered.count, ordered[end].range == ordered[start].range { end += 1 }
            appendUnique(ordered[start..<end], to: &kept)
            start = end
        }
        return kept
    }

    /// Few matches share a range, as a rule, and comparing them costs less than hashing all.
    private static func appendUnique(_ matches: ArraySlice<Match>, to kept: inout [Match]) {
        let first = kept.count
        guard matches.count > 8 else {
            for match in matches where !kept[first...].contains(match) { kept.append(match) }
            return
        }
        var seen = Set<Match>(minimumCapacity: matches.count)
        for match in matches where seen.insert(match).inserted { kept.append(match) }
    }
}
