import Matching
import Syntax

/// Finds the paths that a file writes, be it known what is registered by them or not.
struct PathCollector {
    let facts: FileFacts

    private var tree: SyntaxTree { facts.tree }

    /// Constant paths by the names they are given at the top of the file or of a class.
    func constants() -> [String: String] {
        var paths: [String: String] = [:]
        for kind in [NodeKind.assignment, .declarator, .field] {
            for node in facts.target.nodes(of: kind) {
                guard let target = tree.child(node, .target) ?? tree.child(node, .name),
                    tree.kind(target) == .identifier,
                    let value = tree.child(node, .value), let text = facts.target.stringValue(value),
                    text.first == UInt8(ascii: "/"), text.count <= 64, FunctionTable.enclosing(node, in: tree) == nil
                else { continue }
                paths[facts.text(target)] = String(decoding: text, as: UTF8.self)
            }
        }
        return paths
    }

    /// Paths that calls are given together with what may handle them.
    func handled() -> [String] {
        facts.target.nodes(of: .call).flatMap { call -> [String] in
            // A path and what handles it, which of a decorator is what it stands before.
            let isDecorator = tree.parent(call) >= 0 && tree.kind(tree.parent(call)) == .decorator
            guard let list = tree.child(call, .arguments), tree.childCount(list) > (isDecorator ? 0 : 1) else {
                return []
            }
            var paths: [String] = []
            var others: [NodeIndex] = []
            for argument in tree.children(list) {
                let value = tree.argumentValue(argument)
                if let path = handledPath(value) { paths.append(path) } else { others.append(value) }
            }
            if paths.isEmpty { return [] }
            return isDecorator || others.contains(where: mayHandle) ? paths : []
        }
    }

    private func handledPath(_ node: NodeIndex) -> String? {
        switch tree.kind(node) {
        case .string:
            guard let text = facts.target.stringValue(node), text.first == UInt8(ascii: "/") else { return nil }
            return String(decoding: text, as: UTF8.self)
        case .identifier, .member:
            // `SiteURL.healthCheck.path`
            guard namesPath(node) else { return nil }
            return "/" + facts.name(of: node).split(separator: ".").joined(separator: "/")
        default: return nil
        }
    }

    /// Whether a part of what `FileFacts.name(of:)` gives is the name of a path.
    private func namesPath(_ node: NodeIndex) -> Bool {
        switch tree.kind(node) {
        case .identifier: facts.means(.path, node)
        case .member:
            tree.child(node, .name).map { name in
                facts.means(.path, name) || (tree.child(node, .object).map(namesPath) ?? false)
            } ?? false
        default: facts.name(of: node).split(separator: ".").contains { facts.names.holds(.path, String($0)) }
        }
    }

    /// Whether something is a function, or what another file may have one for.
    private func mayHandle(_ node: NodeIndex) -> Bool {
        switch tree.kind(node) {
        case .function, .lambda: true
        case .identifier, .member:
            // Under a label, `use: HealthController.show`, a type of the project may have it.
            facts.localFunction(node) != nil || facts.modules.symbol(of: node, in: facts.target) != nil
                || tree.kind(tree.parent(node)) == .keywordArgument
        default: false
        }
    }
}
