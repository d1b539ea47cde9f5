import Matching
import Syntax

/// Collects the registrations of middleware on routers, and of what holds for a whole framework.
struct MiddlewareCollector {
    let facts: FileFacts
    let table: RouterTable

    private var tree: SyntaxTree { facts.tree }

    func registrations() -> [MiddlewareRegistration] { facts.matches.of(.middleware).flatMap(middleware) }

    func frameworkRegistrations() -> [FrameworkRegistration] { facts.matches.of(.everywhere).map(everywhere) }

    private func middleware(_ match: ModelMatch) -> [MiddlewareRegistration] {
        guard let router = table.key(ofRouterIn: match) else { return [] }
        let split = table.arguments(of: match)
        var named = match.value("decorated") != nil ? [match.match.node] : match.nodes("middleware", in: tree)
        let isBuilt = match.value("builder")?.boolean == true
        if isBuilt { named = named.flatMap(statements) }
        let leading = leadingPath(match, of: named)
        if leading != nil { named.removeFirst() }
        // What a router holds itself is none that it hands requests to: `app.addHook('onRequest', app.authenticate)`.
        let own = named.filter { tree.kind($0) == .member && table.key(of: $0) == router }
        let chain = named.filter { own.contains($0) || !table.isRouter($0) && !table.listed.contains($0) }
        let steps = chain.flatMap(elements).flatMap { node in self.links(of: node).map { ($0, tree.range(node)) } }
        let isListed = isBuilt || chain.contains { elements(of: $0) != [$0] }
        var links = steps.map(\.0) + split.links
        guard !links.isEmpty else { return [] }
        if ConditionalPlace.isConditional(match.match.node, in: tree) {
            links = links.map { $0.uncertain("is registered only under a condition") }
        }
        if match.value("partial")?.boolean == true {
            links = links.map { $0.uncertain("goes by what each route says") }
        }
        var paths = [split.prefix]
        if let leading {
            paths = [leading]
        } else if match.isStringContent("path"), let text = match.text("path", in: tree) {
            paths = [text]
        } else if let node = match.node("path") {
            let elements = tree.kind(node) == .array ? Array(tree.children(node)) : [node]
            paths = elements.compactMap { facts.target.stringValue($0) }.map { String(decoding: $0, as: UTF8.self) }
            if paths.count < elements.count {
                // Some routes are behind it, and nobody can say which.
                paths.append("")
                links = links.map { $0.uncertain("is behind a path that is not constant") }
            }
        }
        return paths.map { path in
            MiddlewareRegistration(
                router: router, path: path, methods: methods(match), links: links, position: table.position(of: match),
                isExact: match.value("exact")?.boolean ?? false,
                isUnordered: match.value("unordered")?.boolean == true, anchor: match.match.range,
                places: isListed && split.links.isEmpty ? steps.map(\.1) : [],
                passesLastFirst: match.value("passing")?.text == "last-first",
                errorsComeLast: match.value("errors")?.text == "last")
        }
    }

    /// The methods that a match names, in upper case.
    private func methods(_ match: ModelMatch) -> [String] {
        let named = match.nodes("methods", in: tree).flatMap(elements).compactMap { facts.target.stringValue($0) }
        return named.map { String(decoding: $0, as: UTF8.self).uppercased() }
    }

    /// The path before a chain of middleware, where a pattern of the chain takes it for a part of that: text with holes, or
    /// a name that says that it is one.
    private func leadingPath(_ match: ModelMatch, of chain: [NodeIndex]) -> String? {
        guard match.entry.fields["path"] == nil, match.entry.fields["arguments"] == nil, chain.count > 1,
            let first = chain.first
        else { return nil }
        switch tree.kind(first) {
        case .interpolatedString, .binary, .string: return table.approximatePath(first)
        case .identifier, .member:
            if let value = facts.target.stringValue(first) { return String(decoding: value, as: UTF8.self) }
            let name = facts.name(of: first).lastDottedPart
            return facts.names.holds(.path, name) ? PathHole.whole(name) : nil
        default: return nil
        }
    }

    /// What an expression or a decorated function does before the routes. One that looks at the path may let some pass.
    private func links(of node: NodeIndex) -> [MiddlewareLink] {
        guard tree.kind(node) == .function || tree.kind(node) == .lambda else {
            return facts.authentication.links([node])
        }
        var link = facts.authentication.link(node)
        if let name = facts.functions.name(of: node) {
            link.name = name
            link.symbol = Symbol(name: name)
        }
        if link.verdict.isAuthenticated || !link.calls.isEmpty, facts.authentication.decidesByPath(node) {
            let reason = "a function before it decides by the path"
            if link.verdict.isAuthenticated { link.verdict = .unknown(reason) }
            link.doubt = link.doubt ?? reason
        }
        let decorators = tree.children(node).filter { tree.kind($0) == .decorator }
        return [link] + decorators.map(facts.authentication.link)
    }

    /// The elements of a list that is written out, be it in a variable; else the expression itself.
    private func elements(of node: NodeIndex) -> [NodeIndex] {
        let value = tree.kind(node) == .identifier ? facts.onlyValue(of: node) ?? node : node
        return tree.kind(value) == .array ? Array(tree.children(value)) : [node]
    }

    /// The expressions that a closure of a result builder lists.
    private func statements(of closure: NodeIndex) -> [NodeIndex] {
        guard let body = tree.child(closure, .body) else { return [] }
        return tree.children(body).map { tree.kind($0) == .expressionStatement ? tree.child($0, .value) ?? $0 : $0 }
    }

    private func everywhere(_ match: ModelMatch) -> FrameworkRegistration {
        let nodes = match.value("decorated") != nil ? [match.match.node] : match.nodes("middleware", in: tree)
        return FrameworkRegistration(
            framework: match.model, prefix: table.prefix(of: match),
            links: match.value("settings")?.boolean == true
                ? facts.authentication.settingLinks(nodes) : nodes.flatMap(links),
            isProjectWide: match.value("project-wide")?.boolean == true,
            exceptions: PathGuardCollector(facts: facts).exceptions(of: match) ?? [], versioning: versioning(match))
    }

    private func versioning(_ match: ModelMatch) -> PathVersioning? {
        guard var mark = match.value("versioning")?.text else { return nil }
        let options = OptionReader(facts: facts)
        if let own = options.value("mark", of: match) {
            // What is left open before it is where the application happens to be deployed.
            mark = table.approximatePath(own).map { $0.split(separator: "}").last.map(String.init) ?? "" } ?? ""
        }
        return PathVersioning(
            mark: mark, defaults: options.value("default", of: match).map { facts.versions($0, of: match) } ?? [])
    }
}

extension FileFacts {
    /// The versions that a text or a list of texts names, empty for a name that says that there is none.
    func versions(_ node: NodeIndex, of match: ModelMatch) -> [String] {
        let elements = tree.kind(node) == .array ? Array(tree.children(node)) : [node]
        return elements.compactMap { element in
            if let text = target.stringValue(element) { return String(decoding: text, as: UTF8.self) }
            return name(of: element).lastDottedPart == match.value("unversioned")?.text ? "" : nil
        }
    }
}
