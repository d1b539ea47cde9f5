import Matching
import Syntax

/// Collects the guards of a file that name the paths they hold for.
struct PathGuardCollector {
    let facts: FileFacts

    private var tree: SyntaxTree { facts.tree }

    /// One for each match that says both what it does and where, and one for each model of what its other entries say together.
    func collect() -> [PathGuard] {
        var guards: [PathGuard] = []
        var together: [String: Int] = [:]
        for match in facts.matches.of(.pathGuards) {
            if let file = match.value("file")?.text, FileRoute.path(of: facts.path, expression: file) == nil {
                continue
            }
            let named = match.nodes("paths", in: tree).flatMap { elements(of: $0) }
            let places = named.flatMap { self.places($0, of: match) }
            if match.value("paths") != nil, match.value("middleware") != nil {
                let classes = named.filter { tree.kind($0) == .identifier }.map { facts.text($0) }
                guard !places.isEmpty || !classes.isEmpty else { continue }
                guards.append(
                    PathGuard(framework: match.model, places: places, classes: classes, links: guardLinks(of: match)))
            } else if let index = together[match.model] {
                guards[index].links += links(of: match)
                guards[index].places += places
            } else {
                together[match.model] = guards.count
                guards.append(PathGuard(framework: match.model, places: places, links: links(of: match)))
            }
        }
        return guards.filter { !$0.links.isEmpty }
    }

    /// What a list holds, also where it is a variable's and spread: `forRoutes(...guarded)`.
    private func elements(of node: NodeIndex, depth: Int = 0) -> [NodeIndex] {
        guard depth < Self.depthLimit else { return [] }
        switch tree.kind(node) {
        case .array: return tree.children(node).flatMap { elements(of: $0, depth: depth + 1) }
        case .spread: return tree.firstChild(node).map { elements(of: $0, depth: depth + 1) } ?? []
        case .identifier:
            guard let value = facts.onlyValue(of: node).map(facts.unwrapped), tree.kind(value) == .array else {
                return [node]
            }
            return elements(of: value, depth: depth + 1)
        default: return [node]
        }
    }

    /// Lists of lists are followed this far.
    private static let depthLimit = 4

    /// What a guard does that names its paths itself.
    private func guardLinks(of match: ModelMatch) -> [MiddlewareLink] {
        let links = facts.authentication.links(match.nodes("middleware", in: tree))
        return match.value("partial")?.boolean == true ? links.map { $0.uncertain("has exceptions") } : links
    }

    /// The paths that a match says are passed over, under the keys of its options; nil where it names some that one cannot
    /// read, or goes by something else, too.
    func exceptions(of match: ModelMatch) -> [PathGuardPlace]? {
        let options = OptionReader(facts: facts)
        guard options.value("otherwise", of: match) == nil else { return nil }
        let methods = options.values("method", of: match).flatMap(elements).compactMap(method)
        var places: [PathGuardPlace] = []
        for element in options.values("except", of: match).flatMap({ elements(of: $0) }) {
            let own = self.places(element, of: match)
            if own.isEmpty { return nil }
            places += own
        }
        // Requests by some methods are passed over wherever they go.
        return places + methods.map { PathGuardPlace(expression: "", method: $0) }
    }

    private func elements(_ node: NodeIndex) -> [NodeIndex] { elements(of: node) }

    /// The places that an element names: one for each of its methods.
    private func places(_ element: NodeIndex, of match: ModelMatch) -> [PathGuardPlace] {
        guard tree.kind(element) == .object else { return pattern(element, of: match).map { [$0] } ?? [] }
        let options = OptionReader(facts: facts)
        var keys: [String: ModelValue] = [:]
        if case .mapping(let named)? = match.value("keys") { keys = named }
        guard let path = options.value(named: keys["path"]?.text ?? "source", in: element),
            let place = pattern(path, of: match)
        else { return [] }
        let methods = (keys["method"]?.texts ?? []).compactMap { options.value(named: $0, in: element) }
            .flatMap(elements).compactMap(method)
        guard !methods.isEmpty, !methods.contains("ALL") else { return [place] }
        return methods.map { PathGuardPlace(expression: place.expression, method: $0) }
    }

    /// `RequestMethod.GET`, `"get"`
    private func method(_ node: NodeIndex) -> String? {
        let name = facts.target.stringValue(node).map { String(decoding: $0, as: UTF8.self) } ?? facts.name(of: node)
        return name.isEmpty ? nil : name.lastDottedPart.uppercased()
    }

    private func pattern(_ node: NodeIndex, of match: ModelMatch) -> PathGuardPlace? {
        if tree.kind(node) == .regex {
            let text = facts.text(node)
            guard let end = text.lastIndex(of: "/"), end > text.startIndex else { return nil }
            let flags = text[text.index(after: end)...]
            let body = text[text.index(after: text.startIndex)..<end]
            return PathGuardPlace(expression: (flags.contains("i") ? "(?i)" : "") + body)
        }
        let isBelow = match.value("below")?.boolean == true && tree.kind(tree.parent(node)) != .pair
        return facts.target.stringValue(node).map { PathGuardPlace(expression: expression($0, isBelow: isBelow)) }
    }

    private func expression(_ pattern: some Sequence<UInt8>, isBelow: Bool) -> String {
        let text = String(decoding: Array(pattern), as: UTF8.self)
        let path = text.hasPrefix("/") ? text : "/" + text
        return RoutePath.expression(ofPattern: isBelow ? path + "/:below*" : path)
    }

    /// What the guard does. Of a function that looks at the path itself nobody can say which of them it lets pass.
    private func links(of match: ModelMatch) -> [MiddlewareLink] {
        if match.value("paths") != nil { return [] }
        var links = match.nodes("middleware", in: tree).map(facts.authentication.link)
        if links.isEmpty, match.match.node >= 0 {
            links = [facts.authentication.link(ExportedFunction.of(match.match.node, in: tree) ?? match.match.node)]
        }
        guard let names = match.value("decides-by")?.texts,
            facts.target.nodes(of: .identifier).contains(where: { node in
                names.contains(facts.text(node)) && !isPassedOn(node, names, match.value("passes-on")?.texts ?? [])
            })
        else { return links }
        return links.map { link in
            var link = link
            if link.verdict != .open { link.verdict = .unknown("a guard decides by the path") }
            link.symbol = nil
            return link
        }
    }

    /// Whether a part of the request by which a guard may decide is nothing but given its name, or to a call that sends it
    /// on: `NextResponse.redirect(new URL("/login", request.url))`.
    private func isPassedOn(_ node: NodeIndex, _ names: [String], _ calls: [String]) -> Bool {
        var child = node
        while tree.parent(child) >= 0 {
            let parent = tree.parent(child)
            switch tree.kind(parent) {
            case .member, .interpolation, .interpolatedString, .shorthand, .object, .await, .cast: break
            case .argumentList:
                return tree.child(tree.parent(parent), .callee).map { isOne($0, of: calls) } ?? false
            case .call:
                guard tree.role(child) == .callee, isOne(child, of: calls) else { return false }
            case .parameter, .expressionStatement: return true
            case .assignment: return tree.role(child) == .target
            case .declarator:
                guard tree.role(child) == .value, let target = tree.child(parent, .target) else { return true }
                // Under a name of its own it may decide there.
                return (target..<tree.subtreeEnd(target)).allSatisfy { part in
                    tree.kind(part) != .identifier || names.contains(facts.text(part))
                }
            default: return false
            }
            child = parent
        }
        return false
    }

    private func isOne(_ callee: NodeIndex, of calls: [String]) -> Bool {
        calls.contains(facts.name(of: callee).lastDottedPart)
    }
}
