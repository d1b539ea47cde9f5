import Matching
import Syntax

/// What a file gives to those that import it.
struct Exports {
    /// By exported name: the local name.
    var own: [String: String] = [:]
    /// Names that come from elsewhere.
    var passedOn: [String: Symbol] = [:]
    /// Modules of which it gives on everything.
    var stars: [Symbol] = []
}

struct ExportCollector {
    let facts: FileFacts

    private var tree: SyntaxTree { facts.tree }

    func collect() -> Exports {
        var exports = written()
        addTakenOver(to: &exports)
        return exports
    }

    /// Names that a file takes over from others, where whoever imports it gets them too: `from .guards import signed_in`,
    /// `from app.guards import signed_in`.
    private func addTakenOver(to exports: inout Exports) {
        for node in facts.target.nodes(of: .import) where FunctionTable.enclosing(node, in: tree) == nil {
            guard let source = tree.child(node, .source),
                [.relativeModule, .member, .identifier].contains(tree.kind(source))
            else { continue }
            let module = String(decoding: tree.text(source).filter { $0 > 0x20 }, as: UTF8.self)
            for item in tree.children(node) {
                if tree.kind(item) == .importNamespace { exports.stars.append(Symbol(module: module, name: "")) }
                guard tree.kind(item) == .importItem, let name = tree.child(item, .name) else { continue }
                // The module's text is held once for all names that come from it, and that of a name without an alias, too.
                let imported = facts.text(name)
                let own = tree.child(item, .alias).map { facts.text($0) } ?? imported
                guard exports.passedOn[own] == nil else { continue }
                exports.passedOn[own] = Symbol(module: module, name: imported)
            }
        }
    }

    /// Names that the file gives to others, those it passes on from elsewhere, and modules of which it passes on all.
    private func written() -> Exports {
        var exports = Exports()
        for node in facts.target.nodes(of: .export) {
            if tree.mainText(node).elementsEqual("default".utf8), let value = tree.child(node, .value) {
                exports.own["default"] = name(of: value)
            }
            for (name, local) in renamed(by: node) { exports.own[name] = local }
            let source = tree.child(node, .source).flatMap { facts.target.stringValue($0) }
            for item in tree.children(node) where tree.kind(item) == .importNamespace {
                guard let source else { continue }
                let module = Symbol(module: String(decoding: source, as: UTF8.self), name: "")
                if let alias = tree.child(item, .alias) {
                    exports.passedOn[facts.text(alias)] = module
                } else {
                    exports.stars.append(module)
                }
            }
            for item in tree.children(node) where tree.kind(item) == .importItem {
                guard let name = tree.child(item, .name) else { continue }
                let exported = facts.text(tree.child(item, .alias) ?? name)
                if let source {
                    exports.passedOn[exported] = Symbol(
                        module: String(decoding: source, as: UTF8.self), name: facts.text(name))
                } else {
                    exports.own[exported] = facts.text(name)
                }
            }
        }
        for node in facts.target.nodes(of: .assignment) {
            guard let target = tree.child(node, .target), let value = tree.child(node, .value) else { continue }
            let name = facts.text(target)
            if name == "module.exports" {
                exports.own["default"] = self.name(of: value)
                addGathered(by: value, to: &exports)
            } else if name.hasPrefix("module.exports.") || name.hasPrefix("exports.") {
                let exported = name.lastDottedPart
                let local = self.name(of: value)
                // An anonymous function has the name that it is exported by.
                exports.own[exported] = local == "default" ? exported : local
            }
        }
        return exports
    }

    /// What a file gives out as a whole: another module, `module.exports = require("./routes")`, or an object that calls things by
    /// other names than the file, `{ api: apiRouter, pages: require("./pages") }`.
    private func addGathered(by value: NodeIndex, to exports: inout Exports) {
        if let module = ModuleTable.required(value, in: facts.target) {
            exports.stars.append(Symbol(module: module, name: ""))
        }
        guard tree.kind(value) == .object else { return }
        for pair in tree.children(value) {
            guard tree.kind(pair) == .pair, let key = tree.child(pair, .key), let part = tree.child(pair, .value) else {
                continue
            }
            if let module = ModuleTable.required(part, in: facts.target) {
                exports.passedOn[facts.bareText(key)] = Symbol(module: module, name: "")
            } else if tree.kind(part) == .identifier {
                exports.own[facts.bareText(key)] = facts.text(part)
            }
        }
    }

    /// The names that an export gives to what has another in this file: `export const PUT = PATCH`,
    /// `export const guard = fp(check)`, `export type OwnRouter = Router<Context>`.
    private func renamed(by export: NodeIndex) -> [(String, String)] {
        if let alias = tree.child(export, .value), tree.kind(alias) == .typeAlias, let name = tree.child(alias, .name),
            let type = tree.child(alias, .value)
        {
            let named = facts.text(type).prefix { $0 != "<" }
            return [(facts.text(name), String(named))]
        }
        guard let declaration = tree.child(export, .value), tree.kind(declaration) == .variableDeclaration else {
            return []
        }
        return tree.children(declaration).compactMap { declarator in
            guard let target = tree.child(declarator, .target), let value = tree.child(declarator, .value),
                tree.kind(target) == .identifier
            else { return nil }
            let local = facts.functionSharingRouter(value) ?? value
            return tree.kind(local) == .identifier ? (facts.text(target), facts.text(local)) : nil
        }
    }

    /// The router of which a call makes what is exported: `router.routes()`.
    private func routerName(of call: NodeIndex) -> String? {
        guard let callee = tree.child(call, .callee), tree.kind(callee) == .member,
            let object = tree.child(callee, .object), tree.kind(object) == .identifier
        else { return nil }
        let name = facts.text(object)
        return facts.routing.routers.contains { $0.name == name && $0.position != nil } ? name : nil
    }

    /// The local name of what is exported; an anonymous function or object is called `default`.
    private func name(of value: NodeIndex) -> String {
        switch tree.kind(value) {
        case .identifier: return facts.text(value)
        case .call:
            // `export default fp(check)`
            return routerName(of: value) ?? facts.functionSharingRouter(value).map { facts.text($0) } ?? "default"
        case .function, .lambda, .class: return tree.child(value, .name).map { facts.text($0) } ?? "default"
        default: return "default"
        }
    }
}
