import SourceText
import Syntax

/// A chain of calls around a call: `db.select().from(users).where(..)`, from its root outwards.
struct QueryChain {
    /// `.name(arguments)`, or `[slice]`.
    struct Link {
        var name: String
        /// The `call` or `index` node.
        var node: NodeIndex
        var arguments: [NodeIndex]
    }

    /// The innermost object.
    var root: NodeIndex
    var links: [Link] = []
    /// The outermost node of the chain.
    var outermost: NodeIndex
    /// Whether a part of it is kept in a variable that is used elsewhere too, so that links may be missing.
    var isOpen = false

    /// The whole chain that `node` is a part of.
    init(around node: NodeIndex, in tree: SyntaxTree) {
        var outermost = node
        while let next = Self.step(outwards: outermost, in: tree) { outermost = next }
        self.outermost = outermost
        var current = outermost
        var links: [Link] = []
        while let (link, inner) = Self.step(inwards: current, in: tree) {
            if let link { links.append(link) }
            current = inner
        }
        root = current
        self.links = links.reversed()
    }

    /// The call or slice around a chain so far.
    private static func step(outwards node: NodeIndex, in tree: SyntaxTree) -> NodeIndex? {
        let parent = tree.parent(node)
        guard parent >= 0 else { return nil }
        switch tree.kind(parent) {
        case .member where tree.role(node) == .object:
            let call = tree.parent(parent)
            guard call >= 0, tree.kind(call) == .call, tree.role(parent) == .callee else {
                // `connection.cursor().rowcount`: a property ends the chain.
                return nil
            }
            return call
        case .call where tree.role(node) == .callee: return parent
        case .index where tree.role(node) == .object:
            return tree.children(parent).contains { tree.kind($0) == .slice } ? parent : nil
        case .postfix, .parenthesized:
            return step(outwards: parent, in: tree)
        default: return nil
        }
    }

    private static func step(inwards node: NodeIndex, in tree: SyntaxTree) -> (Link?, NodeIndex)? {
        switch tree.kind(node) {
        case .call:
            guard let callee = tree.child(node, .callee) else { return nil }
            let arguments = tree.child(node, .arguments).map { Array(tree.children($0)) } ?? []
            if tree.kind(callee) == .member, let name = tree.child(callee, .name),
                let object = tree.child(callee, .object)
            {
                return (Link(name: text(name, tree), node: node, arguments: arguments), object)
            }
            let name = tree.kind(callee) == .identifier ? text(callee, tree) : ""
            return (Link(name: name, node: node, arguments: arguments), callee)
        case .index:
            guard let object = tree.child(node, .object) else { return nil }
            let isSlice = tree.children(node).contains { tree.kind($0) == .slice }
            let link = isSlice ? Link(name: "[:]", node: node, arguments: Array(tree.children(node).dropFirst())) : nil
            return (link, object)
        case .member: return tree.child(node, .object).map { (nil, $0) }
        case .postfix, .parenthesized, .await, .tryExpression: return tree.child(node, .value).map { (nil, $0) }
        default: return nil
        }
    }

    private static func text(_ node: NodeIndex, _ tree: SyntaxTree) -> String {
        String(decoding: tree.text(node), as: UTF8.self)
    }

    /// The first link with one of the names.
    func link(named names: [String]) -> Link? { links.first { names.contains($0.name) } }
}
