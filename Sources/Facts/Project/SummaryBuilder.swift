import Matching
import SourceText
import Syntax

/// Makes what other files may need to know of a file.
struct SummaryBuilder {
    let facts: FileFacts
    private var tree: SyntaxTree { facts.tree }

    init(facts: FileFacts) {
        self.facts = facts
    }

    func summary() -> FileSummary {
        var summary = FileSummary(path: facts.path)
        let routing = facts.routing
        let lines = LineIndex(tree.bytes)
        summary.routes = routing.routes.map { route in
            RouteSummary(
                methods: route.methods, path: route.path, line: lines.line(at: route.anchor.start),
                anchor: route.anchor,
                handlerLine: route.handler >= 0
                    ? lines.line(at: tree.definitionStart(route.handler)) : lines.line(at: route.anchor.start),
                handlerSymbol: route.handlerSymbol, framework: route.framework, router: route.router,
                chain: route.chain, handlerVerdict: route.handlerVerdict,
                handlerCalls: route.handlerCalls, position: route.position,
                statuses: route.handler >= 0 ? facts.statuses(in: tree.range(route.handler)) : [],
                classHandler: route.classHandler, methodsAreAssumed: route.methodsAreAssumed,
                handlerName: route.handler >= 0 ? facts.functions.name(of: route.handler) : nil)
        }
        summary.routers = routing.routers
        summary.mounts = routing.mounts
        summary.middleware = routing.middleware
        summary.everywhere = routing.everywhere
        summary.pathGuards = routing.pathGuards
        summary.registersErrorHandler = !facts.matches.of(.errorHandlers).isEmpty
        summary.wrapsRequests = !facts.matches.of(.requestTransactions).isEmpty
        summary.functions = functions(lines)
        summary.classes = ClassCollector(facts: facts, lines: lines).collect()
        summary.dependencyAliases = facts.authentication.dependencyAliases()
        summary.defaults = defaults()
        summary.paths = constantPaths()
        (summary.exports, summary.reexports) = exports()
        summary.errorBodies = facts.responses.filter { !$0.isException && ($0.status.value ?? 0) >= 400 }.map(\.body)
        if facts.statements != nil, ProjectSchema.isSchemaFile(facts.path) { summary.schemaText = tree.bytes }
        summary.questions = facts.questions
        return summary
    }

    private func functions(_ lines: LineIndex) -> [FunctionSummary] {
        facts.functions.nodes.compactMap { node in
            guard let name = facts.functions.name(of: node) else { return nil }
            var summary = facts.functionSummary(node, name: name, lines: lines)
            let wrapper = FunctionTable.outermostWrapper(of: node, in: tree)
            if wrapper != node { summary.links.append(facts.authentication.link(wrapper)) }
            if let owner = FunctionTable.enclosingClass(node, in: tree) {
                for child in tree.children(owner) where tree.kind(child) == .decorator {
                    summary.links.append(facts.authentication.link(child))
                }
            }
            return summary
        } + classes(lines)
    }

    /// Classes that are middleware themselves: guards. They do what they inherit and what any of their methods does.
    private func classes(_ lines: LineIndex) -> [FunctionSummary] {
        facts.target.nodes(of: .class).compactMap { node in
            guard let name = tree.child(node, .name) else { return nil }
            var verdict = AuthenticationVerdict.open
            for child in tree.children(node) where tree.role(child) == .supertype {
                let link = facts.authentication.link(child)
                if case .authenticated = link.verdict { verdict = link.verdict }
            }
            verdict = verdict.joined(with: facts.authentication.verdict(ofBody: node))
            return FunctionSummary(
                name: facts.text(name), verdict: verdict, calls: facts.authentication.importedCalls(in: node),
                line: lines.line(at: tree.range(node).start))
        }
    }

    private func constantPaths() -> [String: String] {
        var paths: [String: String] = [:]
        for kind in [NodeKind.assignment, .declarator, .field] {
            for node in facts.target.nodes(of: kind) where FunctionTable.enclosing(node, in: tree) == nil {
                guard let target = tree.child(node, .target) ?? tree.child(node, .name),
                    tree.kind(target) == .identifier,
                    let value = tree.child(node, .value), let text = facts.target.stringValue(value),
                    text.first == UInt8(ascii: "/"), text.count <= 64
                else { continue }
                paths[facts.text(target)] = String(decoding: text, as: UTF8.self)
            }
        }
        return paths
    }

    private func defaults() -> [String: [MiddlewareLink]] {
        var defaults: [String: [MiddlewareLink]] = [:]
        for match in facts.matches.of(.defaults) {
            defaults[match.value("kind")?.text ?? match.model, default: []] += facts.authentication.settingLinks(
                match.nodes("middleware", in: tree))
        }
        return defaults
    }

    /// Names that the file gives to others, and those it passes on from elsewhere.
    private func exports() -> (own: [String: String], passedOn: [String: Symbol]) {
        var own: [String: String] = [:]
        var passedOn: [String: Symbol] = [:]
        for node in facts.target.nodes(of: .export) {
            if tree.mainText(node).elementsEqual("default".utf8), let value = tree.child(node, .value) {
                own["default"] = name(of: value)
            }
            let source = tree.child(node, .source).flatMap { facts.target.stringValue($0) }
            for item in tree.children(node) where tree.kind(item) == .importItem {
                guard let name = tree.child(item, .name) else { continue }
                let exported = facts.text(tree.child(item, .alias) ?? name)
                if let source {
                    passedOn[exported] = Symbol(module: String(decoding: source, as: UTF8.self), name: facts.text(name))
                } else {
                    own[exported] = facts.text(name)
                }
            }
        }
        for node in facts.target.nodes(of: .assignment) {
            guard let target = tree.child(node, .target), let value = tree.child(node, .value) else { continue }
            let name = facts.text(target)
            if name == "module.exports" {
                own["default"] = self.name(of: value)
            } else if name.hasPrefix("module.exports.") || name.hasPrefix("exports.") {
                own[facts.authentication.lastName(name)] = self.name(of: value)
            }
        }
        return (own, passedOn)
    }

    /// The local name of what is exported; an anonymous function or object is called `default`.
    private func name(of value: NodeIndex) -> String {
        switch tree.kind(value) {
        case .identifier: return facts.text(value)
        case .function, .class: return tree.child(value, .name).map { facts.text($0) } ?? "default"
        default: return "default"
        }
    }
}

extension FileFacts {
    /// What other files may need to know of this one; made when all questions of this file have been asked.
    public func summary() -> FileSummary { SummaryBuilder(facts: self).summary() }
}
