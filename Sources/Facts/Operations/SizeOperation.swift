import Matching
import SourceText
import Syntax

/// `size:` matches parts of a program by how large they are. All limits that are given must be kept to.
public struct SizeOperation: FactOperation {
    /// What is measured.
    public enum Subject: Sendable {
        /// Functions that handle routes, wherever they are registered.
        case handler
        /// The whole file, reported at its first line.
        case file
        /// A file whose place in the project makes it a route.
        case routeFile
        /// A file that shows markup and exports by default what makes it.
        case pageComponent
        case `class`
        case function
    }

    public var subject: Subject
    public var lines: ClosedRange<Int>?
    /// Statements at any depth; blocks, and strings that only document, are none.
    public var statements: ClosedRange<Int>?
    /// Functions with a body that stand directly in a class.
    public var methods: ClosedRange<Int>?
    /// Whether lines without code count.
    public var countsCodeOnly = false
    /// The keywords that open the declarations meant by `class`; empty for all.
    public var keywords: [String] = []

    public init(of subject: Subject) {
        self.subject = subject
    }

    public var requiredWords: [[UInt8]] { [] }
    public var boundSlots: [Int] { [] }

    public func matches(in target: MatchTarget, bindings: Bindings) -> [Match] {
        guard let facts = target.facts as? FileFacts else { return [] }
        let count = LineCount(target.tree, lines: facts.lines)
        switch subject {
        case .file: return file(facts, count, bindings)
        case .routeFile: return facts.isFileRouted ? file(facts, count, bindings) : []
        case .pageComponent: return facts.isPageComponent ? file(facts, count, bindings) : []
        case .handler: return handlers(facts, count, bindings)
        case .function:
            return facts.functions.nodes.compactMap { match($0, facts, count, bindings) }
        case .class:
            return target.nodes(of: .class).filter { isMeant($0, target.tree) }.compactMap {
                match($0, facts, count, bindings)
            }
        }
    }

    private func isMeant(_ node: NodeIndex, _ tree: SyntaxTree) -> Bool {
        keywords.isEmpty || keywords.contains { tree.mainText(node).elementsEqual($0.utf8) }
    }

    private func file(_ facts: FileFacts, _ count: LineCount, _ bindings: Bindings) -> [Match] {
        let whole = ByteRange(0, facts.tree.bytes.count)
        guard fits(count.count(whole, kind), lines) else { return [] }
        if let statements, !statements.contains(statementCount(in: 0, facts.tree)) { return [] }
        var match = Match(range: count.firstLine, bindings: bindings, node: 0)
        match.remark = remark(lines: count.count(whole, kind))
        return [match]
    }

    private func handlers(_ facts: FileFacts, _ count: LineCount, _ bindings: Bindings) -> [Match] {
        var local = Set(facts.routing.routes.map(\.handler))
        local.remove(-1)
        return facts.functions.nodes.compactMap { node in
            guard var match = match(node, facts, count, bindings) else { return nil }
            if local.contains(node) { return match }
            // Routes of other files may name it, or its class.
            guard let name = facts.functions.name(of: node) else { return nil }
            let isMethod = FunctionTable.enclosingClass(node, in: facts.tree) != nil
            let line = isMethod ? facts.lines.line(at: facts.tree.definitionStart(node)) : nil
            match.conditions.append(facts.ask(.handlesRoute(name, methodLine: line)))
            return match
        }
    }

    private func match(_ node: NodeIndex, _ facts: FileFacts, _ count: LineCount, _ bindings: Bindings) -> Match? {
        let tree = facts.tree
        let range = tree.rangeWithoutDecorators(node)
        guard fits(count.count(range, kind), lines) else { return nil }
        if let statements, !statements.contains(statementCount(in: node, tree)) { return nil }
        if let methods, !methods.contains(methodCount(of: node, tree)) { return nil }
        var match = Match(range: range, bindings: bindings, node: node)
        match.remark = remark(
            lines: lines.map { _ in count.count(range, kind) },
            statements: statements.map { _ in statementCount(in: node, tree) },
            methods: methods.map { _ in methodCount(of: node, tree) })
        return match
    }

    /// What was measured, in words.
    private func remark(lines: Int?, statements: Int? = nil, methods: Int? = nil) -> String? {
        let measured = [
            (lines, countsCodeOnly ? "lines of code" : "lines"), (statements, "statements"), (methods, "methods"),
        ]
        let parts = measured.compactMap { number, unit in number.map { "\($0) \(unit)" } }
        return parts.isEmpty ? nil : "It has \(parts.joined(separator: " and "))."
    }

    private var kind: LineCount.Kind { countsCodeOnly ? .code : .physical }

    private func fits(_ number: Int, _ limits: ClosedRange<Int>?) -> Bool { limits?.contains(number) ?? true }

    private func statementCount(in root: NodeIndex, _ tree: SyntaxTree) -> Int {
        let isFunction = tree.kind(root) == .function || tree.kind(root) == .lambda
        var count = 0
        var node = root + 1
        while node < tree.subtreeEnd(root) {
            let kind = tree.kind(node)
            if kind.isStatement, kind != .empty, !isDocumentation(node, tree) { count += 1 }
            // What a type that a function declares for itself holds, the function does not do.
            node = isFunction && kind == .class ? tree.subtreeEnd(node) : node + 1
        }
        return count
    }

    private func isDocumentation(_ node: NodeIndex, _ tree: SyntaxTree) -> Bool {
        guard tree.kind(node) == .expressionStatement, let value = tree.child(node, .value) else { return false }
        return tree.kind(value) == .string || tree.kind(value) == .concatenatedString
    }

    private func methodCount(of node: NodeIndex, _ tree: SyntaxTree) -> Int {
        guard let body = tree.child(node, .body) else { return 0 }
        return tree.children(body).filter { member in
            switch tree.kind(member) {
            case .function: tree.child(member, .body) != nil
            // `handle = async () => { .. }`
            case .field: tree.child(member, .value).map { tree.kind($0) == .lambda } ?? false
            default: false
            }
        }.count
    }
}

extension FileFacts {
    /// Whether a model makes a route of the file for where it lies.
    var isFileRouted: Bool {
        matches.of(.routes).contains { match in
            match.value("file-routed")?.text.map { FileRoute.path(of: path, expression: $0) != nil } ?? false
        }
    }

    /// Whether the file shows markup and has a default export.
    var isPageComponent: Bool {
        guard !target.nodes(of: .jsxElement).isEmpty else { return false }
        return target.nodes(of: .export).contains { export in
            if tree.mainText(export).elementsEqual("default".utf8) { return true }
            return tree.children(export).contains { item in
                tree.kind(item) == .importItem
                    && (tree.child(item, .alias).map { tree.text($0).elementsEqual("default".utf8) } ?? false)
            }
        }
    }
}

extension SyntaxTree {
    /// From the keyword of a declaration, or what modifies it, to its end: decorators are not part of it.
    func rangeWithoutDecorators(_ node: NodeIndex) -> ByteRange {
        var range = range(node)
        let last = children(node).reduce(nil as NodeIndex?) { kind($1) == .decorator ? $1 : $0 }
        guard let last else { return range }
        var token = endTokens[Int(last)]
        // A decorator is a line of its own where layout says so.
        while token < endTokens[Int(node)], tokens.kinds[Int(token)] == .newline { token += 1 }
        range.start = min(Int(tokens.starts[Int(token)]), range.end)
        return range
    }
}
