import Matching
import Syntax

/// Routes that one file describes and another registers: `export const list = createRoute({ method, path })` and
/// `router.openapi(routes.list, handler)`.
extension RouteReader {
    /// What the names at the top of the file say of routes.
    func descriptions() -> [String: RouteDescription] {
        var found: [String: RouteDescription] = [:]
        for match in facts.matches.of(.routeDescriptions) {
            let holder = tree.parent(match.match.node)
            guard match.match.node >= 0, tree.kind(holder) == .declarator, tree.role(match.match.node) == .value,
                FunctionTable.enclosing(holder, in: tree) == nil, let target = tree.child(holder, .target),
                tree.kind(target) == .identifier
            else { continue }
            let methods = methods(of: match)
            guard !methods.isEmpty, case .some(let path) = path(of: match) else { continue }
            found[facts.text(target)] = RouteDescription(
                methods: methods, path: path,
                chain: facts.authentication.links(options.values("middleware", of: match)))
        }
        return found
    }

    /// What of another file stands where the options of a registration are expected that say which methods it takes.
    func describedElsewhere(_ match: ModelMatch) -> Symbol? {
        guard case .mapping(let keys)? = match.value("keys"), keys["method"] != nil,
            let node = match.nodes("options", in: tree).first,
            tree.kind(node) == .identifier || tree.kind(node) == .member,
            let symbol = facts.modules.symbol(of: node, in: facts.target), !facts.modules.isFromPackage(symbol)
        else { return nil }
        return symbol
    }
}
