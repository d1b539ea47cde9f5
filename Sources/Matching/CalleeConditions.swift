import Syntax

/// The conditions of a pattern on what a call of it calls: on `$F` of `$F(...)`, or on `$M` of `$X.$M(...)`. By them most calls
/// that such a pattern is tried on are turned down before anything of them is matched.
struct CalleeConditions {
    private let conditions: [BindingCondition]
    private let slot: Int
    /// Whether they are on the name of a member.
    private let areOnMember: Bool

    /// nil where a pattern, of which `p` is the root, has none.
    init?(of pattern: Pattern, at p: NodeIndex) {
        guard !pattern.bindingConditions.isEmpty, pattern.tree.kind(p) == .call,
            let callee = pattern.tree.child(p, .callee)
        else { return nil }
        areOnMember = pattern.tree.kind(callee) == .member
        let name = areOnMember ? pattern.tree.child(callee, .name) : callee
        guard let name, pattern.tree.kind(name) == .metavariable else { return nil }
        let slot = Int(pattern.slots[Int(name)])
        conditions = pattern.bindingConditions.filter { $0.slot == slot }
        if conditions.isEmpty { return nil }
        self.slot = slot
    }

    /// Whether it is certain that a call does not match. What a call calls is matched first, and the name of a member before its
    /// object: they are what binds the metavariable, if nothing has bound it already.
    func turnDown(_ call: NodeIndex, for matcher: Matcher) -> Bool {
        let tree = matcher.tree
        guard tree.kind(call) == .call, !matcher.options.symbolicPropagation, matcher.bindings[slot] == nil,
            let callee = tree.child(call, .callee)
        else { return false }
        let kind = tree.kind(callee)
        var name = callee
        if areOnMember {
            // A name stands for a member by what it is imported as.
            if kind == .identifier { return !matcher.target.hasImportedMeaning(callee) }
            guard kind == .member, let last = tree.child(callee, .name), tree.kind(last) == .identifier else {
                return false
            }
            name = last
        } else if kind != .identifier, kind != .member {
            return false
        }
        let binding = Binding(content: .node(name), range: tree.range(name))
        return !conditions.allSatisfy { $0.holds(for: binding, in: matcher.target) }
    }
}
