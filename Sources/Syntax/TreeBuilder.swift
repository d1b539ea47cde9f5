/// Builds a `SyntaxTree` bottom up: a node is finished after its children, so that an operand already built can become
/// part of a larger expression without moving anything. `build` turns the postorder into the tree's preorder.
public struct TreeBuilder {
    @usableFromInline var kinds: [NodeKind] = []
    @usableFromInline var roles: [Role] = []
    @usableFromInline var firstTokens: [TokenIndex] = []
    @usableFromInline var endTokens: [TokenIndex] = []
    @usableFromInline var mainTokens: [TokenIndex] = []
    /// The postorder index of the first descendant.
    @usableFromInline var subtreeStarts: [NodeIndex] = []

    /// A place in the postorder: the nodes finished since then are the children of whatever is finished with it.
    public struct Mark: Sendable {
        @usableFromInline var node: NodeIndex
        /// The first token of a node finished with this mark.
        public var token: TokenIndex
        @inlinable init(node: NodeIndex, token: TokenIndex) {
            self.node = node
            self.token = token
        }
    }

    @inlinable
    public init(reserving count: Int) {
        kinds.reserveCapacity(count)
        roles.reserveCapacity(count)
        firstTokens.reserveCapacity(count)
        endTokens.reserveCapacity(count)
        mainTokens.reserveCapacity(count)
        subtreeStarts.reserveCapacity(count)
    }

    /// The number of nodes finished so far.
    @inlinable public var count: Int { kinds.count }

    /// The mark for a node that starts at `token` and whose children are yet to come.
    @inlinable
    public func mark(at token: TokenIndex) -> Mark { Mark(node: NodeIndex(kinds.count), token: token) }

    /// Adds a node over the tokens from `mark.token` up to `endToken`, with everything finished since `mark` as its
    /// descendants.
    @inlinable
    public mutating func finish(
        _ kind: NodeKind, since mark: Mark, endToken: TokenIndex, mainToken: TokenIndex? = nil, role: Role = .element
    ) {
        kinds.append(kind)
        roles.append(role)
        firstTokens.append(mark.token)
        endTokens.append(endToken)
        mainTokens.append(mainToken ?? mark.token)
        subtreeStarts.append(mark.node)
    }

    /// Sets the role of the node finished last.
    @inlinable
    public mutating func setRole(_ role: Role) {
        guard !roles.isEmpty else { return }
        roles[roles.count - 1] = role
    }

    /// Changes the kind of the node finished last (an object that turns out to be a pattern, say).
    @inlinable
    public mutating func setKind(_ kind: NodeKind) {
        guard !kinds.isEmpty else { return }
        kinds[kinds.count - 1] = kind
    }

    /// The kind of the node finished last.
    @inlinable public var lastKind: NodeKind? { kinds.last }

    /// Forgets everything finished since `mark`, for a parse that was tried and did not hold.
    @inlinable
    public mutating func rewind(to mark: Mark) {
        let surplus = kinds.count - Int(mark.node)
        guard surplus > 0 else { return }
        kinds.removeLast(surplus)
        roles.removeLast(surplus)
        firstTokens.removeLast(surplus)
        endTokens.removeLast(surplus)
        mainTokens.removeLast(surplus)
        subtreeStarts.removeLast(surplus)
    }

    /// The tree. The node finished last is the root and must span everything.
    public consuming func build(bytes: [UInt8], tokens: TokenTable) -> SyntaxTree {
        let count = kinds.count
        precondition(count > 0 && subtreeStarts[count - 1] == 0, "the root spans the tree")
        // In postorder the children of a node end with the node before it and reach back by subtree size. Their preorder
        // places follow from the parent's: the subtree that ends last in postorder ends last in preorder too.
        var places = [NodeIndex](repeating: 0, count: count)
        var parents = [NodeIndex](repeating: -1, count: count)
        var subtreeEnds = [NodeIndex](repeating: 0, count: count)
        var newKinds = [NodeKind](repeating: .error, count: count)
        var newRoles = [Role](repeating: .element, count: count)
        var newFirst = [TokenIndex](repeating: 0, count: count)
        var newEnd = [TokenIndex](repeating: 0, count: count)
        var newMain = [TokenIndex](repeating: 0, count: count)
        var node = count - 1
        while node >= 0 {
            let place = places[node]
            let start = Int(subtreeStarts[node])
            let end = place + NodeIndex(node - start + 1)
            subtreeEnds[Int(place)] = end
            newKinds[Int(place)] = kinds[node]
            newRoles[Int(place)] = roles[node]
            newFirst[Int(place)] = firstTokens[node]
            newEnd[Int(place)] = endTokens[node]
            newMain[Int(place)] = mainTokens[node]
            var child = node - 1
            var childEnd = end
            while child >= start {
                let childStart = Int(subtreeStarts[child])
                let childPlace = childEnd - NodeIndex(child - childStart + 1)
                places[child] = childPlace
                parents[Int(childPlace)] = place
                childEnd = childPlace
                child = childStart - 1
            }
            node -= 1
        }
        return SyntaxTree(
            bytes: bytes, tokens: tokens, kinds: newKinds, roles: newRoles, firstTokens: newFirst, endTokens: newEnd,
            mainTokens: newMain, subtreeEnds: subtreeEnds, parents: parents)
    }
}
