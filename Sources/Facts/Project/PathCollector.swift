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
                    tree.kind(target) == .identifier, let value = tree.child(node, .value)
                else { continue }
                let (path, object) = (constant(value), object(value))
                guard path != nil || object != nil, FunctionTable.enclosing(node, in: tree) == nil else { continue }
                if let path { paths[facts.text(target)] = path }
                if let object {
                    add(object, under: facts.text(target), ofPaths: facts.means(.path, target), depth: 0, to: &paths)
                }
            }
        }
        return paths
    }

    /// The path that a value is, or the part of one where its name says so.
    private func constant(_ value: NodeIndex, isPart: Bool = false) -> String? {
        guard let text = facts.target.stringValue(value), let first = text.first, text.count <= 64,
            first == UInt8(ascii: "/") || isPart && text.allSatisfy({ $0.isWordCharacter || ":-./*".utf8.contains($0) })
        else { return nil }
        return String(decoding: text, as: UTF8.self)
    }

    /// The object that a value is, be it frozen or typed: `{ .. } as const`, `Object.freeze({ .. })`.
    private func object(_ value: NodeIndex) -> NodeIndex? {
        switch tree.kind(value) {
        case .object: value
        case .cast, .parenthesized: tree.child(value, .value).flatMap(object)
        case .call:
            tree.child(value, .arguments).flatMap { tree.childCount($0) == 1 ? tree.firstChild($0) : nil }
                .flatMap { tree.kind($0) == .object ? $0 : nil }
        default: nil
        }
    }

    /// The paths that an object holds, under their whole names: `ROUTES.users.list`. `ofPaths` says that by its name it holds nothing
    /// else, so that parts without a slash are some, too.
    private func add(
        _ object: NodeIndex, under name: String, ofPaths: Bool, depth: Int, to paths: inout [String: String]
    ) {
        guard depth < Self.depthLimit else { return }
        for pair in tree.children(object) where tree.kind(pair) == .pair {
            guard let key = tree.child(pair, .key), let value = tree.child(pair, .value) else { continue }
            let whole = name + "." + facts.bareText(key)
            if let path = constant(value, isPart: ofPaths) {
                paths[whole] = path
            } else if let inner = self.object(value) {
                add(inner, under: whole, ofPaths: ofPaths, depth: depth + 1, to: &paths)
            }
        }
    }

    /// Objects in objects are followed this far.
    private static let depthLimit = 4

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
