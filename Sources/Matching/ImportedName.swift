import SourceText
import Syntax

/// What an import statement, or a declaration that calls a module function (`require`), brings in.
struct ImportedName {
    /// The module, unless a name is imported by its own dotted path.
    var module: NodeIndex?
    /// A name out of the module; nil for the module itself.
    var name: NodeIndex?
    var alias: NodeIndex?
    /// JavaScript's default import, which binds `alias`.
    var isDefault = false

    /// All that a statement brings in, one by one.
    static func all(of node: NodeIndex, in tree: SyntaxTree) -> [ImportedName] {
        let source = tree.child(node, .source)
        var names: [ImportedName] = []
        for child in tree.children(node) {
            let alias = tree.child(child, .alias)
            switch tree.kind(child) {
            case .importItem:
                names.append(ImportedName(module: source, name: tree.child(child, .name), alias: alias))
            case .importNamespace:
                if let module = tree.child(child, .name) ?? source {
                    names.append(ImportedName(module: module, alias: alias))
                }
            case .importDefault:
                names.append(ImportedName(module: source, alias: alias, isDefault: true))
                // `import x = require("m")` is the module as a whole.
                let after = tree.endTokens[Int(child)]
                if after < tree.endTokens[Int(node)], tree.text(ofToken: after).elementsEqual("=".utf8) {
                    names.append(ImportedName(module: source, alias: alias))
                }
            default:
                break
            }
        }
        if names.isEmpty, let source { names.append(ImportedName(module: source)) }
        return names
    }

    /// What `const x = require('m')` or `const {a, b: c} = require('m')` brings in. The module as a whole has no alias
    /// here: a pattern that names one asks for an import statement.
    static func required(by declaration: NodeIndex, in target: MatchTarget) -> [ImportedName] {
        let tree = target.tree
        guard let declarator = tree.child(declaration, .element), tree.kind(declarator) == .declarator,
            let bound = tree.child(declarator, .target), let call = tree.child(declarator, .value),
            tree.kind(call) == .call, let callee = tree.child(call, .callee), tree.kind(callee) == .identifier,
            target.scoping.moduleFunctions.contains(where: { tree.text(callee).elementsEqual($0) }),
            let arguments = tree.child(call, .arguments), let module = tree.firstChild(arguments),
            tree.kind(module) == .string
        else { return [] }
        guard tree.kind(bound) == .object else { return [ImportedName(module: module)] }
        return tree.children(bound).map { child in
            let name = tree.child(child, .key) ?? tree.child(child, .name)
            return ImportedName(module: module, name: name, alias: tree.child(child, .value))
        }
    }

    /// The parts of the dotted path from the module to the name; a path in a string is split at its slashes.
    func path(in tree: SyntaxTree, string: (NodeIndex) -> [UInt8]?) -> [[UInt8]] {
        var parts = module.map { ImportedName.parts(of: $0, in: tree, string: string) } ?? []
        if let name { parts += ImportedName.parts(of: name, in: tree, string: string) }
        return parts
    }

    static func parts(of node: NodeIndex, in tree: SyntaxTree, string: (NodeIndex) -> [UInt8]?) -> [[UInt8]] {
        if tree.kind(node) == .string {
            return (string(node) ?? []).split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false).map(
                Array.init)
        }
        let dot = UInt8(ascii: ".")
        let text = tree.text(node)
        let leading = text.prefix { $0 == dot }
        return leading.map { [$0] } + text.dropFirst(leading.count).split(separator: dot).map(Array.init)
    }
}
