import SourceText
import Syntax

/// One name that an import brings in: `module` and, for a name out of it, `name`.
private struct ImportedName {
    var module: NodeIndex
    var name: NodeIndex?
    var alias: NodeIndex?
}

extension Matcher {
    /// An import pattern matches an import that brings in each of its names, however the import is written:
    /// `import a.b` also matches `from a import b`.
    func matchImport(_ p: NodeIndex, _ node: NodeIndex, _ next: () -> Void) {
        guard tree.kind(node) == .import else { return }
        matchByRoles(p, node, optional: [.element], next)
        let wanted = Matcher.importedNames(p, in: pattern.tree)
        let present = Matcher.importedNames(node, in: tree)
        // Written alike, the shape above has matched already.
        guard wanted.count == 1, let first = wanted.first else { return }
        for candidate in present where pattern.tree.kind(p) == .import {
            guard candidate.name != nil || wanted.count != present.count else { continue }
            if first.name == nil, let name = candidate.name {
                guard first.alias == nil else { continue }
                let dotted = Array(tree.text(candidate.module)) + [UInt8(ascii: ".")] + tree.text(name)
                if pattern.tree.text(first.module).elementsEqual(dotted) { next() }
            } else if first.name == nil, candidate.name == nil {
                match(first.module, candidate.module) { self.matchAlias(first.alias, candidate.alias, next) }
            } else if let wantedName = first.name, let name = candidate.name, wanted.count != present.count {
                match(first.module, candidate.module) {
                    self.match(wantedName, name) { self.matchAlias(first.alias, candidate.alias, next) }
                }
            }
        }
    }

    private func matchAlias(_ p: NodeIndex?, _ node: NodeIndex?, _ next: () -> Void) {
        guard let p else { return next() }
        if let node { match(p, node, next) }
    }

    private static func importedNames(_ node: NodeIndex, in tree: SyntaxTree) -> [ImportedName] {
        let source = tree.child(node, .source)
        var names: [ImportedName] = []
        for child in tree.children(node) {
            switch tree.kind(child) {
            case .importItem:
                guard let source, let name = tree.child(child, .name) else { continue }
                names.append(ImportedName(module: source, name: name, alias: tree.child(child, .alias)))
            case .importNamespace:
                if let module = tree.child(child, .name) ?? source {
                    names.append(ImportedName(module: module, name: nil, alias: tree.child(child, .alias)))
                }
            case .importDefault:
                if let source {
                    names.append(ImportedName(module: source, name: nil, alias: tree.child(child, .alias)))
                }
            default:
                break
            }
        }
        if names.isEmpty, let source { names.append(ImportedName(module: source, name: nil, alias: nil)) }
        return names
    }
}
