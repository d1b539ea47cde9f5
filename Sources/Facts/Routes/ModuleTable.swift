import Matching
import SourceText
import Syntax

/// The modules that a file imports, and which of them an imported name comes from. A class: what it has found out of a name
/// it remembers.
public final class ModuleTable {
    /// As the imports write them, and the qualified names that they bring in.
    public let modules: [String]
    /// Those named by a string that is no path: packages, whose code is not the project's.
    private let packages: Set<String>
    /// Whether some module may be a file of the project.
    let importsProject: Bool
    /// What the project's own modules are called; nil where that is not known.
    private let own: ProjectModules?
    /// By the qualified name that an import with leading dots gives: the number of these.
    private let relative: [[UInt8]: Int]
    /// By the index of an imported name: its dots.
    private var knownDots: [Int32: Dots] = [:]

    /// The dots of a qualified name, and whether members of it may have others.
    private struct Dots {
        var count = 0
        var mayChange = false
    }
    /// By the index of an imported name: the module that is a path, and the name in it; nil in it where there is no path.
    private var pathSymbols: [Int32: Symbol?] = [:]
    /// By module of a symbol: whether it is a package's.
    private var packageModules: [String: Bool] = [:]
    /// By module of a symbol: whether it may be the project's.
    private var ownModules: [String: Bool] = [:]

    /// - Parameter own: what the project's own modules are called; nil where that is not known.
    init(target: MatchTarget, own: ProjectModules? = nil) {
        self.own = own
        let tree = target.tree
        var modules: [String] = []
        var relative: [[UInt8]: Int] = [:]
        var packages = Set<String>()
        for node in target.nodes(of: .import) {
            Self.addRelativeNames(of: node, in: tree, to: &relative)
            for child in tree.children(node) {
                let name: NodeIndex? =
                    tree.role(child) == .source
                    ? child : tree.kind(child) == .importNamespace ? tree.child(child, .name) : nil
                guard let name else { continue }
                let module = String(decoding: target.stringValue(name) ?? Array(tree.text(name)), as: UTF8.self)
                modules.append(module)
                if tree.kind(name) == .string, !Self.isPath(module) { packages.insert(module) }
            }
        }
        for call in target.nodes(of: .call) {
            guard let module = Self.required(call, in: target) else { continue }
            // `const { create } = require('./teams')` names no module as a whole.
            modules.append(module)
            if !Self.isPath(module) { packages.insert(module) }
        }
        importsProject = modules.contains { !packages.contains($0) }
        // `require('x')` gives qualified names without an import statement.
        modules += target.semantics.names.map { String(decoding: $0, as: UTF8.self) }
        self.packages = packages
        self.relative = relative
        self.modules = modules
    }

    /// What `from ..package import name` binds, with the dots by which only the importing file's place says what it means.
    private static func addRelativeNames(of statement: NodeIndex, in tree: SyntaxTree, to names: inout [[UInt8]: Int]) {
        guard let source = tree.child(statement, .source), tree.kind(source) == .relativeModule else { return }
        let dot = UInt8(ascii: ".")
        let written = tree.text(source).filter { $0 > 0x20 }
        let dots = written.prefix { $0 == dot }.count
        guard dots > 0 else { return }
        let module = written.count > dots ? Array(written[dots...]) + [dot] : []
        for item in tree.children(statement) where tree.kind(item) == .importItem {
            guard let name = tree.child(item, .name) else { continue }
            names[module + tree.text(name)] = dots
        }
    }

    /// The module that `require('..')` or `import('..')` names.
    static func required(_ call: NodeIndex, in target: MatchTarget) -> String? {
        let tree = target.tree
        guard tree.kind(call) == .call, let callee = tree.child(call, .callee),
            target.scoping.moduleFunctions.contains(where: { tree.text(callee).elementsEqual($0) }),
            let list = tree.child(call, .arguments), let argument = tree.firstChild(list)
        else { return nil }
        return target.stringValue(argument).map { String(decoding: $0, as: UTF8.self) }
    }

    /// Whether a module named by a string means a file of the project: a relative path, or one under a usual alias.
    private static func isPath(_ module: String) -> Bool {
        [".", "/", "@/", "~", "#", "src/", "app/"].contains { module.hasPrefix($0) }
    }

    /// Whether what a name means is imported from a package.
    func isFromPackage(_ node: NodeIndex, in target: MatchTarget) -> Bool {
        guard !packages.isEmpty, let symbol = symbol(of: node, in: target) else { return false }
        return isFromPackage(symbol)
    }

    /// Whether a symbol is a package's.
    func isFromPackage(_ symbol: Symbol) -> Bool {
        if packages.isEmpty { return false }
        if let known = packageModules[symbol.module] { return known }
        let answer = isUnderPackage(Array(symbol.module.utf8))
        packageModules[symbol.module] = answer
        return answer
    }

    /// Whether a symbol is of a package that cannot be one of the same repository: those have an owner, `@acme/db`.
    func isForeign(_ symbol: Symbol) -> Bool {
        symbol.module.utf8.first != UInt8(ascii: "@") && isFromPackage(symbol)
    }

    /// Whether what a name means is of such a package.
    func isForeign(_ node: NodeIndex, in target: MatchTarget) -> Bool {
        guard !packages.isEmpty, let symbol = symbol(of: node, in: target) else { return false }
        return isForeign(symbol)
    }

    /// Whether another file of the project may have what a symbol means. Where that is not known it may: this saves work, and
    /// decides nothing that the project does not decide as well.
    func mayBeOfProject(_ symbol: Symbol) -> Bool {
        if isForeign(symbol) { return false }
        guard let own else { return true }
        if let known = ownModules[symbol.module] { return known }
        let answer = own.mayHold(symbol.module)
        ownModules[symbol.module] = answer
        return answer
    }

    /// The symbol that an imported expression means; nil for a name that no import brings in.
    func symbol(of node: NodeIndex, in target: MatchTarget) -> Symbol? {
        guard let (index, members) = target.importedName(node) else { return nil }
        // Modules that are paths keep their dots; of dotted ones any part may be the module, which the project decides.
        guard var symbol = pathSymbol(ofName: index, in: target) else {
            let name = target.qualifiedName(index, members)
            let dots = [UInt8](repeating: UInt8(ascii: "."), count: dots(of: name, index, in: target))
            return Symbol(module: String(decoding: dots + name, as: UTF8.self), name: "")
        }
        for member in members {
            if !symbol.name.isEmpty { symbol.name += "." }
            symbol.name += String(decoding: member, as: UTF8.self)
        }
        return symbol
    }

    /// What an imported name means where its module is a path, which has a slash; nil where it is none.
    private func pathSymbol(ofName index: Int32, in target: MatchTarget) -> Symbol? {
        if let known = pathSymbols[index] { return known }
        let name = target.semantics.names[Int(index)]
        let module = name.prefix(target.semantics.moduleLengths[Int(index)])
        var symbol: Symbol?
        if module.contains(UInt8(ascii: "/")) {
            symbol = Symbol(
                module: String(decoding: module, as: UTF8.self),
                name: String(decoding: name[module.endIndex...].dropFirst(), as: UTF8.self))
        }
        pathSymbols[index] = .some(symbol)
        return symbol
    }

    /// Whether a qualified name, or what stands before one of its dots, is a package.
    private func isUnderPackage(_ name: [UInt8]) -> Bool {
        let ends = name.indices.filter { name[$0] == UInt8(ascii: ".") } + [name.count]
        return ends.contains { packages.contains(String(decoding: name[..<$0], as: UTF8.self)) }
    }

    /// The number of the dots of the import that a qualified name begins with, the longest where there are several.
    /// - Parameter index: the imported name that the qualified one is, or of which it is a member.
    private func dots(of name: [UInt8], _ index: Int32, in target: MatchTarget) -> Int {
        if relative.isEmpty { return 0 }
        let own = target.semantics.names[Int(index)]
        let known = knownDots[index] ?? dots(ofImported: own, index)
        return known.mayChange && name.count > own.count ? dots(of: name[...]) ?? known.count : known.count
    }

    private func dots(ofImported name: [UInt8], _ index: Int32) -> Dots {
        let dots = Dots(
            count: dots(of: name[...]) ?? 0,
            mayChange: relative.keys.contains {
                $0.count > name.count && $0[name.count] == UInt8(ascii: ".") && $0.starts(with: name)
            })
        knownDots[index] = dots
        return dots
    }

    private func dots(of name: ArraySlice<UInt8>) -> Int? {
        if let dots = relative[Array(name)] { return dots }
        return name.lastIndex(of: UInt8(ascii: ".")).flatMap { dots(of: name[..<$0]) }
    }
}
