import Matching
import Syntax

/// Tells what a caller proves himself by that stands among the data of a request: a token in its body, its query or its
/// path. Whoever was sent that in a link or a message has it, signed in or not, so that it shows less than a header or a
/// session does.
struct ClientData {
    let evidence: AuthenticationEvidence

    private var facts: FileFacts { evidence.facts }
    private var tree: SyntaxTree { evidence.tree }

    /// Values of variables that are looked through.
    private static let deepestValue = 8

    /// Whether what says who calls, as `CallerIdentity` found it, is such a part.
    func holds(_ proof: NodeIndex) -> Bool {
        switch tree.kind(proof) {
        case .call: return isComputedOfData(proof, depth: 0)
        case .string, .stringText: return reader(of: proof).map { isData($0, depth: 0) } ?? false
        case .identifier:
            let parent = tree.parent(proof)
            let isMember = tree.kind(parent) == .member && tree.role(proof) == .name
            return isData(isMember ? parent : proof, depth: 0)
        default: return false
        }
    }

    /// What a text is the key to: `form` of `form["token"]`, `form.get` of `form.get("token")`.
    private func reader(of text: NodeIndex) -> NodeIndex? {
        let parent = tree.parent(text)
        switch tree.kind(parent) {
        case .index: return tree.role(text) == .object ? nil : tree.firstChild(parent)
        case .argumentList: return tree.child(tree.parent(parent), .callee)
        default: return nil
        }
    }

    /// Whether a call is given such a part and nothing else that says who calls: `decode(token, key)`.
    func isComputedOfData(_ call: NodeIndex, depth: Int = 0) -> Bool {
        let arguments = evidence.arguments(of: call).map(facts.unwrapped)
        return arguments.contains { isData($0, depth: depth + 1) }
            && arguments.allSatisfy { isData($0, depth: depth + 1) || isFixed($0) }
    }

    private func isFixed(_ node: NodeIndex) -> Bool {
        let name = facts.name(of: node)
        return facts.target.constant(node) != nil || name.isEmpty || name.utf8.allSatisfy { !(0x61...0x7A ~= $0) }
    }

    /// Whether an expression is read from the data of a request, and from nothing else.
    func isData(_ node: NodeIndex) -> Bool { isData(node, depth: 0) }

    private func isData(_ node: NodeIndex, depth: Int) -> Bool {
        guard depth < Self.deepestValue, !facts.mentions(.sentByItself, in: node) else { return false }
        var current: NodeIndex? = node
        while let part = current {
            switch tree.kind(part) {
            case .member:
                if facts.names.holds(.sentData, facts.name(of: part)) { return true }
                current = tree.child(part, .object)
            case .call:
                if isComputedOfData(part, depth: depth) { return true }
                current = tree.child(part, .callee)
            case .index: current = tree.firstChild(part)
            case .binary:
                return [tree.child(part, .left), tree.child(part, .right)].contains { side in
                    side.map { isData($0, depth: depth + 1) } ?? false
                }
            case .identifier:
                return isDataParameter(part) || isDataVariable(part, depth: depth)
            default:
                current = tree.child(part, .value)
            }
        }
        return false
    }

    /// Whether all that a variable is given is data of a request.
    private func isDataVariable(_ node: NodeIndex, depth: Int) -> Bool {
        let values = CallerIdentity(evidence: evidence).values(of: node).filter { value in
            !tree.range(value).contains(tree.range(node)) && tree.kind(value) != .null
        }
        return !values.isEmpty && values.allSatisfy { isData($0, depth: depth + 1) }
    }

    /// Whether a name means a parameter that a framework fills with the body, the query or a part of the path.
    private func isDataParameter(_ node: NodeIndex) -> Bool {
        guard let parameter = facts.variable(of: node).flatMap(facts.parameter(declaring:)) else { return false }
        for child in tree.children(parameter) where tree.kind(child) == .decorator {
            return facts.isNamed(.sentParameter, child)
        }
        if let value = tree.child(parameter, .value), !isCallOfNothing(value) {
            return facts.isNamed(.sentParameter, value)
        }
        guard let type = tree.child(parameter, .type), let function = FunctionTable.enclosing(parameter, in: tree),
            tree.children(function).contains(where: { tree.kind($0) == .decorator })
        else { return false }
        return isSent(type)
    }

    /// `Depends()`, which leaves it to the type what the parameter is filled with.
    private func isCallOfNothing(_ node: NodeIndex) -> Bool {
        tree.kind(node) == .call && tree.child(node, .arguments).map { tree.firstChild($0) == nil } ?? false
    }

    /// Whether a type is of data that the client sends, or has such with a remark: `Annotated[LoginForm, Depends()]`.
    private func isSent(_ type: NodeIndex) -> Bool {
        (type..<tree.subtreeEnd(type)).contains { node in
            tree.kind(node) == .identifier && (facts.means(.bodyType, node) || facts.means(.sentType, node))
        }
    }
}
