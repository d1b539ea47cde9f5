import Syntax

/// How an identifier is bound where it stands.
enum BindingKind: UInt8 {
    /// A use.
    case none
    /// The whole target of an assignment, declarator or optional binding with a value.
    case assigned
    /// Declared without a value.
    case declared
    /// Part of a destructured value, a loop's or `with`'s target, a caught exception, a name in a pattern.
    case destructured
    /// The target of `+=`, `++` or `del`: changed from what it was.
    case changed
    case parameter
    /// A function or class.
    case definition
    case imported
    /// Named by `global` or `nonlocal`; no value.
    case redirected
}

/// The scopes of one file and the names each declares, in source order.
struct ScopeTable {
    enum Kind: UInt8 {
        case file, function, type, block, comprehension
    }

    struct Scope {
        var kind: Kind
        /// The node after the last one that is in the scope.
        var end: NodeIndex
        /// Of a function: its node; the scope opens later, at the parameters or the body.
        var node: NodeIndex
        var firstDeclaration: Int32 = -1
        var lastDeclaration: Int32 = -1
    }

    struct Declaration {
        /// The identifier's node, -1 for a name that a `global` statement elsewhere puts into the file's scope.
        var node: NodeIndex
        /// The number in the file's `IdentifierTable`.
        var name: Int32
        /// The node from which on the name is seen; 0 for the whole scope.
        var seenFrom: NodeIndex
        /// Which of the file's or an outer function's variables it means, for a name that `global` or `nonlocal` redirects.
        var redirection: Redirection
        /// The next declaration in the same scope.
        var next: Int32 = -1
    }

    enum Redirection: UInt8 {
        case none, file, outer
    }

    var scopes: [Scope] = []
    var declarations: [Declaration] = []
    /// By node: the scope that opens there, -1 for none.
    var scopeAt: [Int32]
    /// By node, for identifiers.
    var bindings: [BindingKind]

    mutating func open(_ kind: Kind, at node: NodeIndex, owner: NodeIndex, end: NodeIndex) -> Int32 {
        let scope = Int32(truncatingIfNeeded: scopes.count)
        scopes.append(Scope(kind: kind, end: end, node: owner))
        scopeAt[Int(node)] = scope
        return scope
    }

    mutating func declare(
        _ name: Int32, at node: NodeIndex, in scope: Int32, seenFrom: NodeIndex = 0, redirection: Redirection = .none
    ) {
        let declaration = Int32(truncatingIfNeeded: declarations.count)
        declarations.append(Declaration(node: node, name: name, seenFrom: seenFrom, redirection: redirection))
        let last = scopes[Int(scope)].lastDeclaration
        if last >= 0 {
            declarations[Int(last)].next = declaration
        } else {
            scopes[Int(scope)].firstDeclaration = declaration
        }
        scopes[Int(scope)].lastDeclaration = declaration
    }
}
