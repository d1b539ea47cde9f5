import Algorithms
import Matching
import SourceText
import Syntax

/// The functions of a file by node, with the names by which others call them.
public final class FunctionTable {
    /// Functions and anonymous functions, in preorder.
    public let nodes: [NodeIndex]
    /// Of each of them.
    private let names: [String?]
    private let tree: SyntaxTree
    private lazy var byName = makeByName()
    /// Whether the last part of some function's name has a hash with these lowest bits.
    private lazy var lastParts = makeLastParts()
    private static let lastPartMask = 1 << 10 - 1

    init(_ tree: SyntaxTree) {
        self.tree = tree
        nodes = tree.kinds.indices.lazy.map { NodeIndex($0) }.filter { node in
            tree.kind(node) == .function || tree.kind(node) == .lambda
        }
        names = nodes.map { FunctionTable.name(of: $0, in: tree) }
    }

    /// The functions that have a name and a body, in preorder.
    private(set) lazy var named: [(node: NodeIndex, name: String)] = zip(nodes, names).compactMap { node, name in
        guard let name, tree.child(node, .body) != nil else { return nil }
        return (node, name)
    }

    /// The name of a function, with its class: `UserController.create`.
    public func name(of node: NodeIndex) -> String? {
        let index = nodes.partitioningIndex { $0 >= node }
        return index < nodes.count && nodes[index] == node ? names[index] : nil
    }

    /// The first function of that name.
    public func function(named name: String) -> NodeIndex? { byName[name] }

    /// Whether some function may have a name that ends as another does behind its last dot: most names are no function's of the
    /// file, which this tells without a string.
    func mayHave(lastPartOf name: ArraySlice<UInt8>) -> Bool {
        let last = name.lastIndex(of: UInt8(ascii: ".")).map { name[($0 + 1)...] } ?? name
        return lastParts[Int(WordSet.hash(last)) & Self.lastPartMask]
    }

    private func makeLastParts() -> [Bool] {
        names.reduce(into: [Bool](repeating: false, count: Self.lastPartMask + 1)) { parts, name in
            if let name { parts[Int(WordSet.hash(name.lastDottedPart.utf8)) & Self.lastPartMask] = true }
        }
    }

    private func makeByName() -> [String: NodeIndex] {
        var byName: [String: NodeIndex] = [:]
        for (node, name) in zip(nodes, names) {
            guard let name else { continue }
            // What is only declared, as overloads are, stands aside for the one that does the work.
            if byName[name].map({ tree.child($0, .body) == nil }) ?? true { byName[name] = node }
        }
        return byName
    }

    /// The innermost function around a node, or the node itself where it is one.
    public static func enclosing(_ node: NodeIndex, in tree: SyntaxTree) -> NodeIndex? {
        var current = node
        while current >= 0 {
            if tree.kind(current) == .function || tree.kind(current) == .lambda { return current }
            current = tree.parent(current)
        }
        return nil
    }

    /// The class around a node.
    public static func enclosingClass(_ node: NodeIndex, in tree: SyntaxTree) -> NodeIndex? {
        var current = tree.parent(node)
        while current >= 0 {
            if tree.kind(current) == .class { return current }
            current = tree.parent(current)
        }
        return nil
    }

    private static func name(of node: NodeIndex, in tree: SyntaxTree) -> String? {
        var own: String?
        if let name = tree.child(node, .name) {
            own = String(decoding: tree.text(name), as: UTF8.self)
        } else {
            let parent = tree.parent(outermostWrapper(of: node, in: tree))
            guard parent >= 0 else { return nil }
            let holder: NodeIndex? =
                switch tree.kind(parent) {
                case .declarator, .assignment: tree.child(parent, .target)
                case .field: tree.child(parent, .name)
                case .pair: tree.child(parent, .key)
                default: nil
                }
            if let holder {
                let name = String(decoding: tree.text(holder), as: UTF8.self)
                own = name == "module.exports" ? "default" : name.lastDottedPart
            }
            if tree.kind(parent) == .export { own = "default" }
        }
        guard let own else { return nil }
        if let owner = enclosingClass(node, in: tree), let name = tree.child(owner, .name),
            tree.kind(node) == .function || tree.kind(tree.parent(outermostWrapper(of: node, in: tree))) == .field
        {
            return String(decoding: tree.text(name), as: UTF8.self) + "." + own
        }
        return own
    }

    /// The call that wraps a function and so has its name: `wrap(..)` in `const create = wrap(async (req) => ..)`. The
    /// function itself where nothing does.
    public static func outermostWrapper(of function: NodeIndex, in tree: SyntaxTree) -> NodeIndex {
        var node = function
        for _ in 0..<4 {
            let list = tree.parent(node)
            guard list >= 0, tree.kind(list) == .argumentList else { return node }
            let call = tree.parent(list)
            guard call >= 0, tree.kind(call) == .call else { return node }
            node = call
        }
        return node
    }
}
