import Matching
import Syntax

/// The path of a route, and whether what stands in its place can be one.
extension RouteReader {
    /// The outer optional is nil where what stands in the place of the path cannot be one.
    func path(of match: ModelMatch) -> String?? {
        if let expression = match.value("file-routed")?.text {
            return FileRoute.path(of: facts.path, expression: expression).map { .some($0) }
        }
        let split = table.arguments(of: match)
        if split.isUnknown { return .some(nil) }
        if match.isStringContent("path") { return .some(match.text("path", in: tree)) }
        if match.value("path-format")?.text == "name" { return .some(match.text("path", in: tree)) }
        if let node = node("path", of: match) ?? options.value("path", of: match) {
            if let value = facts.target.stringValue(node) {
                return .some(table.path(String(decoding: value, as: UTF8.self), of: match))
            }
            switch tree.kind(node) {
            case .number, .object, .lambda, .boolean, .null: return .none
            default:
                let known =
                    element.flatMap { table.approximatePath(node, in: elements, at: $0) } ?? table.approximatePath(node)
                    ?? table.namedPath(node)
                return .some(known.map { table.path($0, of: match) })
            }
        }
        if let text = match.value("path")?.text { return .some(text) }
        if match.value("gateway") != nil { return .some(nil) }
        return .some(RoutePath.join("", split.prefix))
    }

    /// Whether what stands in the place of the path is text that begins like none: `@mock.patch("requests.get")`.
    func hasOddPath(_ match: ModelMatch) -> Bool {
        guard let node = match.node("path") ?? options.value("path", of: match),
            let text = facts.target.stringValue(node)
        else { return false }
        return !text.isEmpty && ![UInt8(ascii: "/"), UInt8(ascii: "*"), UInt8(ascii: "<")].contains(text[0])
            && match.value("path-format") == nil
    }

    /// Whether what is called on a router that the file does not make may be the registration of a route: its path is a
    /// path, its handler may be a function, and nobody waits for what it returns, unless that is what a function gave.
    func isPlausible(_ match: ModelMatch, onResult isResult: Bool) -> Bool {
        if match.isStringContent("path") {
            guard let text = match.text("path", in: tree), text.isEmpty || text.hasPrefix("/") else { return false }
        } else if let path = node("path", of: match) {
            if let value = facts.target.stringValue(path) {
                guard value.isEmpty || value[0] == UInt8(ascii: "/") || value[0] == UInt8(ascii: "*") else {
                    return false
                }
            } else if tree.kind(path) == .interpolatedString {
                // Text with holes begins with a slash or with a hole.
                guard let first = tree.firstChild(path),
                    tree.kind(first) == .interpolation || tree.text(first).first == UInt8(ascii: "/")
                else { return false }
            } else if tree.kind(path) == .binary {
                // What the function is given, and more: `base + "/users"`.
                guard let left = tree.child(path, .left), tree.kind(left) == .identifier, table.isParameter(left),
                    table.approximatePath(path) != nil
                else { return false }
            } else if tree.kind(path) != .regex, tree.kind(path) != .array {
                return false
            }
        }
        if let handler = node("handler", of: match) {
            switch tree.kind(handler) {
            case .lambda, .function, .member, .call, .array: break
            case .identifier:
                guard
                    facts.localFunction(handler) != nil || classHandler(match) != nil
                        || facts.modules.symbol(of: handler, in: facts.target) != nil
                else { return false }
            default: return false
            }
        }
        // What is described or made elsewhere is seen there to be a route.
        if describedElsewhere(match) != nil || isResult { return true }
        guard match.match.node >= 0, tree.parent(match.match.node) >= 0 else { return true }
        switch tree.kind(tree.parent(match.match.node)) {
        case .await, .declarator, .assignment, .argumentList: return false
        default: return true
        }
    }
}
