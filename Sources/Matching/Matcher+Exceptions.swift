import SourceText
import Syntax

extension Matcher {
    /// Handlers in any number where the pattern has fewer; a missing `finally` matches any.
    func matchTry(_ p: NodeIndex, _ node: NodeIndex, _ next: () -> Void) {
        guard tree.kind(node) == .try, let wantedBody = pattern.tree.child(p, .body), let body = tree.child(node, .body)
        else { return }
        let handlers: ([NodeIndex], SyntaxTree) -> [NodeIndex] = { nodes, tree in
            nodes.filter { [.catch, .ellipsis].contains(tree.kind($0)) }
        }
        let wanted = handlers(tables.children[Int(p)], pattern.tree)
        let present = handlers(Array(tree.children(node)), tree)
        match(wantedBody, body) {
            self.matchUnordered(wanted, present, partial: true) {
                self.matchOptional(self.pattern.tree.child(p, .alternate), self.tree.child(node, .alternate)) {
                    self.matchOptional(
                        self.pattern.tree.child(p, .finalizer), self.tree.child(node, .finalizer), next)
                }
            }
        }
    }

    /// `catch ($E)` also matches a handler that does not name what it caught; `except ...` one that does.
    func matchCatch(_ p: NodeIndex, _ node: NodeIndex, _ next: () -> Void) {
        guard tree.kind(node) == .catch else { return }
        let wanted = exceptions(of: p, in: pattern.tree)
        let isAny = wanted.list.count == 1 && pattern.tree.kind(wanted.list[0]) == .ellipsis
        let present = exceptions(of: node, in: tree)
        let name = tree.child(node, .name)
        func matchRest() {
            guard let wantedName = pattern.tree.child(p, .name) else {
                return name == nil || isAny ? matchBody() : ()
            }
            if let name { return match(wantedName, name, matchBody) }
            if pattern.tree.kind(wantedName) == .metavariable, wanted.list.isEmpty, present.list.isEmpty { matchBody() }
        }
        func matchBody() { matchOptional(pattern.tree.child(p, .body), tree.child(node, .body), next) }
        if wanted.isTuple {
            matchList(wanted.list[...], present.list[...], matchRest)
        } else {
            matchList(wanted.whole[...], present.whole[...], matchRest)
        }
    }

    /// The exceptions that a handler names: as they are written, and one by one where a tuple holds them.
    private func exceptions(
        of handler: NodeIndex, in tree: SyntaxTree
    ) -> (whole: [NodeIndex], list: [NodeIndex], isTuple: Bool) {
        let whole = tree.children(handler).filter { tree.role($0) == .pattern }
        guard whole.count == 1, tree.kind(whole[0]) == .tuple else { return (whole, whole, false) }
        return (whole, Array(tree.children(whole[0])), true)
    }
}
