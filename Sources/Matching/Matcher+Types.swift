import SourceText
import Syntax

extension Matcher {
    /// Types match by structure where the pattern has metavariables, else by their text without white space.
    func matchType(_ p: NodeIndex, _ node: NodeIndex, _ next: () -> Void) {
        let kind = tree.kind(node)
        if pattern.tree.kind(p) == .type {
            guard let wanted = tables.children[Int(p)].first else { return }
            let inner = kind == .type ? tree.firstChild(node) ?? node : node
            return match(wanted, inner, next)
        }
        guard kind == pattern.tree.kind(p) else { return }
        if Matcher.condensed(pattern.tree.text(p)) == Matcher.condensed(tree.text(node)) { return next() }
        let hasHoles = (p..<pattern.tree.subtreeEnd(p)).contains { part in
            switch pattern.tree.kind(part) {
            case .metavariable, .ellipsis, .ellipsisMetavariable: return true
            default: break
            }
            if case .exactly? = pattern.strings[Int(part)] { return false }
            return pattern.strings[Int(part)] != nil
        }
        guard hasHoles else { return }
        matchByRoles(p, node, optional: [], next)
    }

    private static func condensed(_ text: ArraySlice<UInt8>) -> [UInt8] { text.filter { $0 > 0x20 } }

    /// `($X: T)` matches an expression whose type is written (a declaration, a construction) or plain (a literal).
    func matchTypedMetavariable(_ p: NodeIndex, _ node: NodeIndex, _ next: () -> Void) {
        guard let name = pattern.tree.child(p, .name), let type = pattern.tree.child(p, .type) else { return }
        guard tree.kind(node).isExpression || tree.kind(node) == .parameter else { return }
        matchTypeOf(node, type) { self.bind(self.pattern.slots[Int(name)], node: node, next) }
    }

    /// Calls `next` where the expression's type is known and is the pattern's.
    func matchTypeOf(_ node: NodeIndex, _ type: NodeIndex, _ next: () -> Void) {
        let wanted = pattern.tree.kind(type) == .type ? pattern.tree.firstChild(type) ?? type : type
        if let names = LiteralTypes.names(
            of: target.constant(node), kind: tree.kind(node),
            hasOneNumber: target.evaluation.division == .exact)
        {
            let text = pattern.tree.text(wanted)
            if names.contains(where: { text.elementsEqual($0.utf8) }) { return next() }
        }
        guard let declared = TypeOfExpression.node(node, in: target) else { return }
        let inner = tree.kind(declared) == .type ? tree.firstChild(declared) ?? declared : declared
        if tree.kind(inner) == .genericType, pattern.tree.kind(wanted) != .genericType,
            let name = tree.child(inner, .name)
        {
            match(wanted, name, next)
        } else {
            match(wanted, inner, next)
        }
    }
}

/// The node that names an expression's type, where the file says it.
enum TypeOfExpression {
    static func node(_ node: NodeIndex, in target: MatchTarget) -> NodeIndex? {
        let tree = target.tree
        switch tree.kind(node) {
        case .identifier:
            let variable = target.semantics.variables[Int(node)]
            guard variable >= 0 else { return nil }
            let type = target.semantics.variableTypes[Int(variable)]
            return type >= 0 ? type : nil
        case .member:
            return target.attributeTypes.type(of: node)
        case .new:
            return tree.child(node, .callee)
        case .call:
            guard let callee = tree.child(node, .callee), tree.kind(callee) == .identifier,
                tree.text(callee).startsWithCapital
            else { return nil }
            return callee
        case .cast:
            return tree.child(node, .type)
        case .await, .tryExpression, .parenthesized:
            return tree.child(node, .value).flatMap { self.node($0, in: target) }
        default:
            return nil
        }
    }
}

/// What rule authors call the types of literals.
enum LiteralTypes {
    /// `hasOneNumber` says that the language does not tell integers from fractions.
    static func names(of constant: Constant?, kind: NodeKind, hasOneNumber: Bool) -> [String]? {
        switch constant {
        case .string, .someString: return ["str", "string", "String"]
        case .integer where !hasOneNumber: return ["int", "Int"]
        case .integer: return ["int", "number", "float"]
        case .float: return ["float", "number", "Double", "Float"]
        case .boolean: return ["bool", "boolean", "Bool"]
        default: return kind == .interpolatedString ? ["str", "string", "String"] : nil
        }
    }
}
