extension SyntaxTree {
    /// An indented outline for tests and debugging: one node a line with role, kind, and the text of leaves.
    public func outline() -> String {
        var lines: [String] = []
        var depths = [Int](repeating: 0, count: count)
        for index in 0..<count {
            let parent = parents[index]
            if parent >= 0 { depths[index] = depths[Int(parent)] + 1 }
            let node = NodeIndex(index)
            var line = String(repeating: "  ", count: depths[index])
            if roles[index] != .element { line += "\(roles[index]): " }
            line += "\(kinds[index])"
            if subtreeEnds[index] == node + 1 {
                line += " " + String(decoding: text(node), as: UTF8.self).debugDescription
            } else if mainTokens[index] != firstTokens[index] {
                line += " [" + String(decoding: mainText(node), as: UTF8.self) + "]"
            }
            lines.append(line)
        }
        return lines.joined(separator: "\n")
    }
}
