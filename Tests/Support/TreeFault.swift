import SourceText
import Syntax

/// What holds of every token table and tree, whatever the bytes. The tests and the fuzzing program share it.
public enum TreeFault {
    /// The first fault found; nil where there is none.
    public static func find(in tree: SyntaxTree, of bytes: [UInt8]) -> String? {
        find(in: tree.tokens, length: bytes.count) ?? findAtRoot(of: tree) ?? findInNodes(of: tree, length: bytes.count)
    }

    private static func find(in tokens: TokenTable, length: Int) -> String? {
        guard tokens.kinds.last == .endOfFile, tokens.ends.last.map(Int.init) == length else {
            return "the tokens do not end with the file"
        }
        var end: UInt32 = 0
        for token in 0..<tokens.count {
            guard tokens.starts[token] >= end, tokens.ends[token] >= tokens.starts[token] else {
                return "token \(token) is out of order"
            }
            end = tokens.ends[token]
        }
        for comment in tokens.comments where comment.start > comment.end || Int(comment.end) > length {
            return "the comment at \(comment.start) is outside the file"
        }
        return nil
    }

    private static func findAtRoot(of tree: SyntaxTree) -> String? {
        guard tree.count > 0, tree.kind(0) == .file, tree.parent(0) == -1 else { return "the tree has no root" }
        guard Int(tree.subtreeEnd(0)) == tree.count else { return "the root does not span the nodes" }
        guard Int(tree.endTokens[0]) >= tree.tokens.count - 1 else { return "the root does not span the tokens" }
        return nil
    }

    private static func findInNodes(of tree: SyntaxTree, length: Int) -> String? {
        var depths = [Int](repeating: 0, count: tree.count)
        // By node: where the last of its children so far ends.
        var ends = [TokenIndex](repeating: 0, count: tree.count)
        for node in 1..<max(1, NodeIndex(tree.count)) {
            var title: String { "node \(node), \(tree.kind(node))," }
            let index = Int(node)
            let parent = Int(tree.parent(node))
            guard 0 <= parent, parent < index else { return "\(title) comes before its parent" }
            guard node < tree.subtreeEnd(node), tree.subtreeEnd(node) <= tree.subtreeEnds[parent] else {
                return "\(title) has descendants outside its parent"
            }
            depths[index] = depths[parent] + 1
            guard depths[index] <= SyntaxLimits.treeDepth else { return "\(title) lies deeper than the limit" }
            guard tree.firstTokens[index] >= tree.firstTokens[parent], tree.endTokens[index] <= tree.endTokens[parent]
            else {
                return "\(title) is not inside its parent"
            }
            if tree.firstTokens[index] < ends[parent] { return "\(title) begins before its sibling ends" }
            ends[parent] = tree.endTokens[index]
            guard 0 <= tree.mainTokens[index], Int(tree.mainTokens[index]) < tree.tokens.count else {
                return "\(title) has no main token"
            }
            let range = tree.range(node)
            guard 0 <= range.start, range.start <= range.end, range.end <= length else {
                return "\(title) is outside the file"
            }
        }
        return nil
    }
}
