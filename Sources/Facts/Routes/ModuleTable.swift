import Matching
import SourceText
import Syntax

/// The modules that a file imports, and which of them an imported name comes from.
public struct ModuleTable: Sendable {
    /// As the imports write them.
    public let modules: [String]

    init(target: MatchTarget) {
        let tree = target.tree
        var modules: [String] = []
        for node in target.nodes(of: .import) {
            for child in tree.children(node) {
                let name: NodeIndex? =
                    tree.role(child) == .source
                    ? child : tree.kind(child) == .importNamespace ? tree.child(child, .name) : nil
                guard let name else { continue }
                modules.append(
                    String(decoding: target.stringValue(name) ?? Array(tree.text(name)), as: UTF8.self))
            }
        }
        // `require('x')` gives qualified names without an import statement.
        modules += target.semantics.names.map { String(decoding: $0, as: UTF8.self) }
        self.modules = Set(modules).sorted { ($0.utf8.count, $0) < ($1.utf8.count, $1) }
    }

    /// The symbol that an imported expression means; nil for a name that no import brings in.
    func symbol(of node: NodeIndex, in target: MatchTarget) -> Symbol? {
        guard let qualified = target.qualifiedName(node) else { return nil }
        let name = String(decoding: qualified, as: UTF8.self)
        // Modules that are paths keep their dots; of dotted ones any part may be the module, which the project decides.
        for module in modules where module.utf8.contains(UInt8(ascii: "/")) && name.hasPrefix(module) {
            let rest = Substring(name.utf8.dropFirst(module.utf8.count))
            if rest.isEmpty || rest.hasPrefix(".") { return Symbol(module: module, name: String(rest.dropFirst())) }
        }
        return Symbol(module: name, name: "")
    }
}
