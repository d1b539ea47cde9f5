extension SyntaxLimits {
    /// The deepest tree, in nodes from the root. Larger than `depth`, because a nested expression is several nodes, and
    /// because a chain of operators makes a deep tree without any nesting in the text.
    public static let treeDepth = 4 * depth
}

extension SyntaxTree {
    /// The tree without what lies deeper than `SyntaxLimits.treeDepth`: each node at that depth that has children is an
    /// `error` node without any. A walk that recurses is safe on the result.
    func limitingDepth() -> SyntaxTree {
        guard isTooDeep else { return self }
        var depths = [Int32](repeating: 0, count: count)
        var kept: [NodeIndex] = []
        var places = [NodeIndex](repeating: -1, count: count)
        var node: NodeIndex = 0
        while Int(node) < count {
            if parents[Int(node)] >= 0 { depths[Int(node)] = depths[Int(parents[Int(node)])] + 1 }
            places[Int(node)] = NodeIndex(kept.count)
            kept.append(node)
            node = isLimit(node, depths) ? subtreeEnds[Int(node)] : node + 1
        }
        // A subtree ends where the first kept node after it stands.
        var next = NodeIndex(kept.count)
        var placesFrom = [NodeIndex](repeating: next, count: count + 1)
        for node in stride(from: count - 1, through: 0, by: -1) {
            if places[node] >= 0 { next = places[node] }
            placesFrom[node] = next
        }
        return SyntaxTree(
            bytes: bytes, tokens: tokens,
            kinds: kept.map { isLimit($0, depths) && subtreeEnds[Int($0)] > $0 + 1 ? .error : kinds[Int($0)] },
            roles: kept.map { roles[Int($0)] },
            firstTokens: kept.map { firstTokens[Int($0)] },
            endTokens: kept.map { endTokens[Int($0)] },
            mainTokens: kept.map { mainTokens[Int($0)] },
            subtreeEnds: kept.map { placesFrom[Int(subtreeEnds[Int($0)])] },
            parents: kept.map { parents[Int($0)] < 0 ? -1 : places[Int(parents[Int($0)])] })
    }

    private func isLimit(_ node: NodeIndex, _ depths: [Int32]) -> Bool {
        depths[Int(node)] >= Int32(SyntaxLimits.treeDepth)
    }

    /// Whether some node lies deeper than the limit. The open subtrees of a preorder walk are its stack, so its height is
    /// the depth; it never holds more than the limit.
    private var isTooDeep: Bool {
        // Nor is it deeper than there are nodes, of which a pattern has few.
        if count <= SyntaxLimits.treeDepth { return false }
        var openEnds: [NodeIndex] = []
        openEnds.reserveCapacity(SyntaxLimits.treeDepth + 1)
        for node in 0..<NodeIndex(count) {
            while let end = openEnds.last, end <= node { openEnds.removeLast() }
            if openEnds.count > SyntaxLimits.treeDepth { return true }
            let end = subtreeEnds[Int(node)]
            if end > node + 1 { openEnds.append(end) }
        }
        return false
    }
}
