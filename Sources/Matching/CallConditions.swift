import Syntax

/// The conditions of a pattern on what a call of it calls, on `$F` of `$F(...)` or on `$M` of `$X.$M(...)`, and on the first
/// thing that is given, `$A` of `$F($A, ...)`. By them most calls that such a pattern is tried on are turned down before anything
/// of them is matched.
struct CallConditions {
    /// Those on one metavariable.
    private struct Conditions {
        let slot: Int
        let all: [BindingCondition]

        /// nil where a node of a pattern is no metavariable, or there are none on it.
        init?(on node: NodeIndex, of pattern: Pattern) {
            guard pattern.tree.kind(node) == .metavariable else { return nil }
            let slot = Int(pattern.slots[Int(node)])
            all = pattern.bindingConditions.filter { $0.slot == slot }
            if all.isEmpty { return nil }
            self.slot = slot
        }

        /// Whether the metavariable is not bound yet, and may not be bound to a node.
        func turnDown(_ node: NodeIndex, for matcher: Matcher) -> Bool {
            guard matcher.bindings[slot] == nil else { return false }
            let binding = Binding(content: .node(node), range: matcher.tree.range(node))
            return !all.allSatisfy { $0.holds(for: binding, in: matcher.target) }
        }
    }

    private let onCallee: Conditions?
    /// Whether those on what is called are on the name of a member.
    private let areOnMember: Bool
    private let onFirstArgument: Conditions?

    /// nil where a pattern, of which `p` is the root, has none.
    init?(of pattern: Pattern, at p: NodeIndex) {
        guard !pattern.bindingConditions.isEmpty, pattern.tree.kind(p) == .call,
            let callee = pattern.tree.child(p, .callee)
        else { return nil }
        areOnMember = pattern.tree.kind(callee) == .member
        let name = areOnMember ? pattern.tree.child(callee, .name) : callee
        onCallee = name.flatMap { Conditions(on: $0, of: pattern) }
        onFirstArgument = pattern.tree.child(p, .arguments).flatMap(pattern.tree.firstChild).flatMap {
            Conditions(on: $0, of: pattern)
        }
        if onCallee == nil, onFirstArgument == nil { return nil }
    }

    /// Whether it is certain that a call does not match. A name that is the first argument by its position can only be what the
    /// first metavariable stands for.
    func turnDown(_ call: NodeIndex, for matcher: Matcher) -> Bool {
        let tree = matcher.tree
        guard tree.kind(call) == .call, !matcher.options.symbolicPropagation else { return false }
        if let onFirstArgument, let first = tree.child(call, .arguments).flatMap(tree.firstChild),
            tree.kind(first) == .identifier, onFirstArgument.turnDown(first, for: matcher)
        {
            return true
        }
        guard let onCallee, matcher.bindings[onCallee.slot] == nil, let callee = tree.child(call, .callee) else {
            return false
        }
        let kind = tree.kind(callee)
        var name = callee
        if areOnMember {
            // What a call calls is matched first, and the name of a member before its object: they are what binds the metavariable.
            // A name stands for a member by what it is imported as.
            if kind == .identifier { return !matcher.target.hasImportedMeaning(callee) }
            guard kind == .member, let last = tree.child(callee, .name), tree.kind(last) == .identifier else {
                return false
            }
            name = last
        } else if kind != .identifier, kind != .member {
            return false
        }
        return onCallee.turnDown(name, for: matcher)
    }
}
