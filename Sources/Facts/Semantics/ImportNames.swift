import Syntax

/// The qualified names that a file's imports give to its variables.
struct ImportNames {
    private(set) var names: [[UInt8]] = []
    /// See `Semantics.moduleLengths`.
    private(set) var moduleLengths: [Int] = []
    private let tree: SyntaxTree
    private let language: any Language
    private let moduleFunctions: [[UInt8]]
    /// The import statement whose module was asked for last, once for each name that it brings in, with the module.
    private var lastSource: (statement: NodeIndex, module: [UInt8]?) = (-1, nil)
    /// The names that import statements bring in, with the indexes of their qualified names.
    private var imports: [(node: NodeIndex, index: Int)] = []
    /// Those of them that were looked for by their text.
    private var knownImports: [[UInt8]: Int] = [:]
    private static let dot: UInt8 = 0x2e

    /// A module, or what has a name in one.
    private struct QualifiedName {
        var text: [UInt8]
        /// See `Semantics.moduleLengths`.
        var moduleLength: Int

        init(module: [UInt8]) {
            text = module
            moduleLength = module.count
        }

        mutating func append(_ member: some Collection<UInt8>) {
            text.reserveCapacity(text.count + 1 + member.count)
            if !text.isEmpty { text.append(ImportNames.dot) }
            text += member
        }
    }

    init(tree: SyntaxTree, language: any Language) {
        self.tree = tree
        self.language = language
        moduleFunctions = language.scoping.moduleFunctions
    }

    /// The index of the qualified name that the binding of the identifier `node` gives it, -1 for none.
    mutating func name(boundBy node: NodeIndex, kind: BindingKind) -> Int32 {
        guard let name = kind == .imported ? imported(node) : required(node), !name.text.isEmpty else { return -1 }
        if kind == .imported { imports.append((node, names.count)) }
        names.append(name.text)
        moduleLengths.append(name.moduleLength)
        return Int32(truncatingIfNeeded: names.count - 1)
    }

    /// The module all of whose names an import statement brings in without saying which; nil for any other.
    mutating func wildcardModule(_ namespace: NodeIndex) -> [UInt8]? {
        guard tree.kind(namespace) == .importNamespace, tree.firstChild(namespace) == nil,
            let source = source(of: tree.parent(namespace)), !source.isEmpty
        else { return nil }
        return source
    }

    // MARK: Import statements

    private mutating func imported(_ node: NodeIndex) -> QualifiedName? {
        var item = node
        while item >= 0 {
            switch tree.kind(item) {
            case .importItem: return member(of: tree.parent(item), item: item)
            case .importNamespace:
                guard let name = tree.child(item, .name) else {
                    return source(of: tree.parent(item)).map(QualifiedName.init(module:))
                }
                return QualifiedName(module: tree.child(item, .alias) == nil ? Array(tree.text(node)) : dotted(name))
            case .importDefault: return source(of: tree.parent(item)).map(QualifiedName.init(module:))
            case .import: return QualifiedName(module: Array(tree.text(node)))
            default: item = tree.parent(item)
            }
        }
        return nil
    }

    private mutating func member(of statement: NodeIndex, item: NodeIndex) -> QualifiedName? {
        guard let source = source(of: statement), let name = tree.child(item, .name) else { return nil }
        var qualified = QualifiedName(module: source)
        let text = tree.kind(name) == .string ? language.stringValue(of: name, in: tree) ?? [] : dotted(name)
        // The default export is what importing the module itself gives.
        if !text.elementsEqual("default".utf8) { qualified.append(text) }
        return qualified
    }

    private mutating func source(of statement: NodeIndex) -> [UInt8]? {
        if lastSource.statement != statement { lastSource = (statement, readSource(of: statement)) }
        return lastSource.module
    }

    private func readSource(of statement: NodeIndex) -> [UInt8]? {
        guard let source = tree.child(statement, .source) else { return nil }
        switch tree.kind(source) {
        case .string: return language.stringValue(of: source, in: tree)
        case .relativeModule: return tree.child(source, .name).map(dotted) ?? []
        default: return dotted(source)
        }
    }

    /// The names of a chain of members with dots between them, as an import statement spells a module.
    private func dotted(_ node: NodeIndex) -> [UInt8] {
        var text: [UInt8] = []
        for part in node..<tree.subtreeEnd(node) where tree.kind(part) == .identifier {
            if !text.isEmpty { text.append(Self.dot) }
            text += tree.text(part)
        }
        return text
    }

    // MARK: Functions that return a module

    /// The name of what `const x = require('m')` and `const {a: x} = require('m')` bind.
    private mutating func required(_ node: NodeIndex) -> QualifiedName? {
        let parent = tree.parent(node)
        guard parent >= 0 else { return nil }
        switch tree.kind(parent) {
        case .declarator, .assignment: return tree.child(parent, .value).flatMap(module)
        case .shorthand, .pair: return requiredMember(parent)
        default: return nil
        }
    }

    private mutating func requiredMember(_ part: NodeIndex) -> QualifiedName? {
        let object = tree.parent(part)
        let declarator = tree.parent(object)
        guard tree.kind(object) == .object, tree.role(object) == .target, tree.kind(declarator) == .declarator,
            let value = tree.child(declarator, .value), var name = module(value) ?? taken(from: value, declarator),
            let key = tree.child(part, .key) ?? tree.child(part, .name), tree.kind(key) == .identifier
        else { return nil }
        name.append(tree.text(key))
        return name
    }

    /// What an import statement brings in of which a declaration at the top of the file takes parts: `const { Router } = express`.
    private mutating func taken(from value: NodeIndex, _ declarator: NodeIndex) -> QualifiedName? {
        guard tree.kind(value) == .identifier, tree.parent(tree.parent(declarator)) == 0,
            let index = importIndex(of: tree.text(value))
        else { return nil }
        var name = QualifiedName(module: names[index])
        name.moduleLength = moduleLengths[index]
        return name
    }

    private mutating func importIndex(of text: ArraySlice<UInt8>) -> Int? {
        for (node, index) in imports { knownImports[Array(tree.text(node))] = index }
        imports = []
        return knownImports[Array(text)]
    }

    /// The module, or member of one, that an expression names: `require('m')`, `await import('m')`, `require('m').a`.
    private func module(_ expression: NodeIndex) -> QualifiedName? {
        var node = expression
        var members: [NodeIndex] = []
        while true {
            switch tree.kind(node) {
            case .await, .parenthesized:
                guard let inner = tree.child(node, .value) ?? tree.firstChild(node) else { return nil }
                node = inner
            case .member:
                guard let object = tree.child(node, .object), let name = tree.child(node, .name) else { return nil }
                members.append(name)
                node = object
            case .call:
                guard var name = argument(of: node).map(QualifiedName.init(module:)) else { return nil }
                for member in members.reversed() where !tree.text(member).elementsEqual("default".utf8) {
                    name.append(tree.text(member))
                }
                return name
            default: return nil
            }
        }
    }

    /// The string that is the only argument of a call of a function that returns a module.
    private func argument(of call: NodeIndex) -> [UInt8]? {
        guard let callee = tree.child(call, .callee),
            moduleFunctions.contains(where: { tree.text(callee).elementsEqual($0) }),
            let arguments = tree.child(call, .arguments), let argument = tree.firstChild(arguments),
            tree.kind(argument) == .string
        else { return nil }
        return language.stringValue(of: argument, in: tree)
    }
}
