import Matching
import Syntax

extension AuthenticationEvidence {
    /// What stands before the handlers that a function is given and gives back in a list:
    /// `(...handlers) => [requireSession, ...handlers]`.
    func listed(by function: NodeIndex) -> AuthenticationVerdict? {
        guard let list = givenList(of: function), let parameters = tree.child(function, .parameters) else { return nil }
        let elements = Array(tree.children(list))
        let given = elements.filter { isOneOf(parameters, $0) }
        guard !given.isEmpty else { return nil }
        let verdicts = links(elements.filter { !given.contains($0) && tree.kind($0) != .spread }).map(\.verdict)
        return verdicts.first(where: \.isAuthenticated) ?? verdicts.first(where: \.isUnknown)
    }

    /// The list that is all a function gives, written out.
    private func givenList(of function: NodeIndex) -> NodeIndex? {
        guard let body = tree.child(function, .body) else { return nil }
        var value: NodeIndex? = body
        if tree.kind(body) == .block {
            let statements = Array(tree.children(body))
            guard let last = statements.last, tree.kind(last) == .return else { return nil }
            value = tree.child(last, .value)
        }
        return value.map(facts.unwrapped).flatMap { tree.kind($0) == .array ? $0 : nil }
    }

    /// Whether an element of a list is, or spreads, a parameter.
    private func isOneOf(_ parameters: NodeIndex, _ element: NodeIndex) -> Bool {
        let value = tree.kind(element) == .spread ? tree.child(element, .value) ?? tree.firstChild(element) : element
        guard let value, tree.kind(value) == .identifier else { return false }
        return facts.uses(ofVariableAt: value).first.map { tree.range(parameters).contains(tree.range($0)) } ?? false
    }
}
