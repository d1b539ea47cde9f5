import Matching
import Syntax

/// What functions and properties of the project's own put before the routes of the routers that they make of others:
/// `app.secured(path: "admin")`, `app.api`.
struct RouterHelper {
    var node: NodeIndex
    /// Under which the project knows it. That of a property is marked, so that a function of the same name is not meant.
    var name: String
    var links: [MiddlewareLink]
    /// What it puts before their paths, of which the project may know a part by its name.
    var prefix = ""

    /// Under which the project knows `prefix`.
    var key: String {
        let own = name.lastDottedPart
        return PathHole.isHelperKey(own) ? own : PathHole.helperKey(own)
    }
}

extension RouterTable {
    /// What a function of the project's own that makes one router of another puts before its routes.
    func memberLink(_ name: String) -> MiddlewareLink {
        MiddlewareLink(name: name, verdict: .open, symbol: Symbol(name: "." + name))
    }

    /// What a property does of which the project may have one of that name: nothing where it has none, unless its name says that
    /// it stands behind a guard.
    func propertyLink(_ name: NodeIndex) -> MiddlewareLink {
        let text = facts.text(name)
        let isGuard = facts.means(.authenticates, name)
        return MiddlewareLink(
            name: text, verdict: isGuard ? .unknown("nothing shows how its router is made") : .open,
            symbol: Symbol(name: "." + PathHole.helperKey(text)))
    }

    /// The functions and properties that make one router of another, with what they put before the routes of it.
    func helpers() -> [RouterHelper] {
        let registering = Set(
            facts.matches.of(.routes).compactMap { FunctionTable.enclosing($0.match.node, in: tree) })
        var helpers: [NodeIndex: RouterHelper] = [:]
        for (node, match) in groups.sorted(by: { $0.key < $1.key }) {
            guard let owner = helper(around: node), !registering.contains(owner) else { continue }
            var links = arguments(of: match).links + facts.authentication.links(match.nodes("middleware", in: tree))
            if let helper = match.text("helper", in: tree) { links.append(memberLink(helper)) }
            if let property = match.node("parent").flatMap(ownProperty) { links.append(propertyLink(property)) }
            if ConditionalPlace.isConditional(node, in: tree) {
                links = links.map { $0.uncertain("is registered only under a condition") }
            }
            let isProperty = tree.kind(owner) == .declarator
            let name = isProperty ? markedName(ofProperty: owner) : facts.functions.name(of: owner)
            helpers[
                owner,
                default: RouterHelper(node: owner, name: name ?? "", links: [], prefix: prefix(ofHelper: owner))
            ].links += links
        }
        return helpers.values.sorted { $0.node < $1.node }
    }

    /// The function around a node, or the property of a type.
    private func helper(around node: NodeIndex) -> NodeIndex? {
        if let function = FunctionTable.enclosing(node, in: tree) {
            return tree.kind(function) == .function ? function : nil
        }
        var current = tree.parent(node)
        while current >= 0, tree.kind(current) != .class {
            if tree.kind(current) == .declarator, tree.child(current, .body) != nil {
                return markedName(ofProperty: current) == nil ? nil : current
            }
            current = tree.parent(current)
        }
        return nil
    }

    /// The property of the object itself that an expression names: `api`, `self.api`.
    private func ownProperty(_ node: NodeIndex) -> NodeIndex? {
        switch tree.kind(node) {
        case .identifier: isComputed(node) && !facts.isReceiver(node) ? node : nil
        case .member:
            tree.child(node, .object).map(facts.isReceiver) == true ? tree.child(node, .name) : nil
        default: nil
        }
    }

    /// Whether a name is no variable of its file, or that of a property with a body.
    func isComputed(_ name: NodeIndex) -> Bool {
        guard let variable = facts.variable(of: name) else { return true }
        guard let first = facts.uses(of: variable).first, tree.role(first) == .target else { return false }
        return tree.kind(tree.parent(first)) == .declarator && tree.child(tree.parent(first), .body) != nil
    }

    /// What a function or property puts before paths, where it gives out one router.
    private func prefix(ofHelper node: NodeIndex) -> String {
        guard let body = tree.child(node, .body) else { return "" }
        let returned = (body..<tree.subtreeEnd(body)).filter { tree.kind($0) == .return }
            .compactMap { tree.child($0, .value) }
        let results = returned.isEmpty ? tree.children(body).map { tree.child($0, .value) ?? $0 } : returned
        guard results.count == 1, let result = results.first else { return "" }
        return prefix(ofResult: result, depth: 0) ?? ""
    }

    private static let deepestResult = 16

    private func prefix(ofResult node: NodeIndex, depth: Int) -> String? {
        guard depth < Self.deepestResult else { return nil }
        if let property = ownProperty(node) { return PathHole.helper(facts.text(property)) }
        switch tree.kind(node) {
        case .parenthesized, .await, .tryExpression, .cast, .postfix:
            return tree.child(node, .value).flatMap { prefix(ofResult: $0, depth: depth + 1) }
        case .identifier:
            // What the function is given, or the object itself, is the router that it makes others of.
            return facts.onlyValue(of: node).map { prefix(ofResult: $0, depth: depth + 1) } ?? ""
        case .member:
            guard let name = tree.child(node, .name),
                let outer = tree.child(node, .object).flatMap({ prefix(ofResult: $0, depth: depth + 1) })
            else { return nil }
            return RoutePath.join(outer, PathHole.helper(facts.text(name)))
        case .call:
            guard let match = groups[node] else { return nil }
            let parent = match.node("parent")
            guard var path = parent.map({ prefix(ofResult: $0, depth: depth + 1) }) ?? "" else { return nil }
            if let helper = match.text("helper", in: tree) { path = RoutePath.join(path, PathHole.helper(helper)) }
            let own = RoutePath.join(prefix(of: match), arguments(of: match).prefix)
            // What the function is given is seen where it is called.
            return PathHole.hasNames(own) ? path : RoutePath.join(path, own)
        default: return nil
        }
    }

    /// The name of a property, with its type's.
    private func markedName(ofProperty declarator: NodeIndex) -> String? {
        guard let name = tree.child(declarator, .target), tree.kind(name) == .identifier,
            let owner = FunctionTable.enclosingClass(declarator, in: tree).flatMap({ tree.child($0, .name) })
        else { return nil }
        return facts.text(owner) + "." + PathHole.helperKey(facts.text(name))
    }
}
