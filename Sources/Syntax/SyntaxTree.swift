import SourceText

/// The index of a node in its tree. Node 0 is the root.
public typealias NodeIndex = Int32
/// The index of a token in its table.
public typealias TokenIndex = Int32

/// A file's bytes, tokens and nodes. Nodes stand in preorder, in parallel arrays: the children of node `n` are `n + 1`, then
/// each the `subtreeEnd` of the one before, up to the `subtreeEnd` of `n`.
///
/// A class although it never changes: it is handed around at every step of a match, and one reference is counted where a
/// struct of ten arrays would be ten.
public final class SyntaxTree: Sendable {
    public let bytes: [UInt8]
    public let tokens: TokenTable
    public let kinds: [NodeKind]
    public let roles: [Role]
    /// The first token of each node.
    public let firstTokens: [TokenIndex]
    /// The token after the last of each node; equal to the first token for an empty node.
    public let endTokens: [TokenIndex]
    /// See `NodeKind`; the first token where that says nothing.
    public let mainTokens: [TokenIndex]
    /// The node after the last descendant.
    public let subtreeEnds: [NodeIndex]
    /// The parent, -1 for the root.
    public let parents: [NodeIndex]

    init(
        bytes: [UInt8], tokens: TokenTable, kinds: [NodeKind], roles: [Role], firstTokens: [TokenIndex],
        endTokens: [TokenIndex], mainTokens: [TokenIndex], subtreeEnds: [NodeIndex], parents: [NodeIndex]
    ) {
        self.bytes = bytes
        self.tokens = tokens
        self.kinds = kinds
        self.roles = roles
        self.firstTokens = firstTokens
        self.endTokens = endTokens
        self.mainTokens = mainTokens
        self.subtreeEnds = subtreeEnds
        self.parents = parents
    }

    @inlinable public var count: Int { kinds.count }

    @inlinable public func kind(_ node: NodeIndex) -> NodeKind { kinds[Int(node)] }
    @inlinable public func role(_ node: NodeIndex) -> Role { roles[Int(node)] }
    @inlinable public func parent(_ node: NodeIndex) -> NodeIndex { parents[Int(node)] }
    @inlinable public func subtreeEnd(_ node: NodeIndex) -> NodeIndex { subtreeEnds[Int(node)] }

    /// The bytes from the node's first token to its last.
    @inlinable
    public func range(_ node: NodeIndex) -> ByteRange {
        let first = Int(firstTokens[Int(node)])
        let end = Int(endTokens[Int(node)])
        let start = Int(tokens.starts[first])
        return ByteRange(start, end > first ? Int(tokens.ends[end - 1]) : start)
    }

    @inlinable
    public func range(ofToken token: TokenIndex) -> ByteRange {
        ByteRange(Int(tokens.starts[Int(token)]), Int(tokens.ends[Int(token)]))
    }

    /// The bytes of a node's source text.
    @inlinable
    public func text(_ node: NodeIndex) -> ArraySlice<UInt8> {
        let range = range(node)
        return bytes[range.start..<range.end]
    }

    /// The bytes of a token.
    @inlinable
    public func text(ofToken token: TokenIndex) -> ArraySlice<UInt8> {
        bytes[Int(tokens.starts[Int(token)])..<Int(tokens.ends[Int(token)])]
    }

    /// The text of the main token, the operator of a `binary`, say.
    @inlinable
    public func mainText(_ node: NodeIndex) -> ArraySlice<UInt8> { text(ofToken: mainTokens[Int(node)]) }

    @inlinable public func children(_ node: NodeIndex) -> Children { Children(tree: self, parent: node) }

    /// The first child with `role`.
    @inlinable
    public func child(_ node: NodeIndex, _ role: Role) -> NodeIndex? {
        let end = subtreeEnds[Int(node)]
        var child = node + 1
        while child < end {
            if roles[Int(child)] == role { return child }
            child = subtreeEnds[Int(child)]
        }
        return nil
    }

    /// Whether a node is the name behind the dot: `name` of `user.name`.
    public func isMemberName(_ node: NodeIndex) -> Bool { role(node) == .name && kind(parent(node)) == .member }

    /// What an argument of a call gives: the value of one that has a name.
    public func argumentValue(_ argument: NodeIndex) -> NodeIndex {
        kind(argument) == .keywordArgument ? child(argument, .value) ?? argument : argument
    }

    /// The number of a node's children.
    @inlinable
    public func childCount(_ node: NodeIndex) -> Int {
        let end = subtreeEnds[Int(node)]
        var child = node + 1
        var count = 0
        while child < end {
            child = subtreeEnds[Int(child)]
            count += 1
        }
        return count
    }

    @inlinable
    public func firstChild(_ node: NodeIndex) -> NodeIndex? { subtreeEnds[Int(node)] > node + 1 ? node + 1 : nil }

    /// The child of a node that has no other.
    @inlinable
    public func onlyChild(_ node: NodeIndex) -> NodeIndex? {
        guard let first = firstChild(node), subtreeEnds[Int(first)] == subtreeEnds[Int(node)] else { return nil }
        return first
    }

    /// The children of a node, in source order.
    public struct Children: Sequence, IteratorProtocol, Sendable {
        @usableFromInline let ends: [NodeIndex]
        @usableFromInline var next_: NodeIndex
        @usableFromInline let end: NodeIndex

        @inlinable
        init(tree: SyntaxTree, parent: NodeIndex) {
            ends = tree.subtreeEnds
            next_ = parent + 1
            end = tree.subtreeEnds[Int(parent)]
        }

        @inlinable
        public mutating func next() -> NodeIndex? {
            guard next_ < end else { return nil }
            let node = next_
            next_ = ends[Int(node)]
            return node
        }
    }
}
