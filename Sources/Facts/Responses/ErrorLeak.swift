import Matching
import SourceText
import Syntax

/// What of an error's inside a response tells the client.
public enum ErrorLeak: String, CaseIterable, Sendable {
    /// A stack or traceback.
    case stack
    /// The error itself, with all its fields.
    case exception
    /// Its text, in a response for errors of the server or of no particular class.
    case text
}

/// Looks for what errors say in the bodies of responses.
struct ErrorLeakFinder {
    private unowned let facts: FileFacts
    private let caught: CaughtErrors

    init(facts: FileFacts) {
        self.facts = facts
        caught = CaughtErrors(facts: facts)
    }

    private var tree: SyntaxTree { facts.tree }

    /// What an error response tells, each with the first expression that does so. `guarding` are conditions (of debugging,
    /// say) under which it may.
    func leaks(in response: Response, guarding: RegularExpression?) -> [ErrorLeak: NodeIndex] {
        if let status = response.status.value, status < 400 { return [:] }
        var leaks: [ErrorLeak: NodeIndex] = [:]
        for part in BodyParts(of: response, in: facts).parts {
            guard let leak = leak(part, response) else { continue }
            if let guarding, isGuarded(part, response, guarding) { continue }
            if leaks[leak] == nil { leaks[leak] = part.node }
        }
        return leaks
    }

    private func leak(_ part: BodyParts.Part, _ response: Response) -> ErrorLeak? {
        if let match = facts.errorDetails[part.node] {
            if match.value("kind")?.text == "stack" { return isTakenOut(part.entry) ? nil : .stack }
            // `(error as Error).message`, and the same under another name.
            guard let named = match.node("of") else { return nil }
            let error = BodyReader(facts: facts, substitution: response.substitution).resolve(named)
            guard tree.kind(error) == .identifier else { return nil }
            // A helper may ask first what it was given.
            let isChecked = error != named && caught.isNarrowed(named)
            return tellsText(of: error, part, response, isChecked: isChecked) ? .text : nil
        }
        guard tree.kind(part.node) == .identifier, let scope = caught.scope(of: part.node) else { return nil }
        if part.isInText { return tellsText(of: part.node, part, response) ? .text : nil }
        // An exception that is given another one of some class tells its text.
        if response.isException, scope == .specific, (response.status.value ?? 500) < 500 { return nil }
        // Without a status it is no error response for certain, unless any error ends there.
        return response.status.value != nil || scope == .any ? .exception : nil
    }

    /// Whether an expression is what an error that was caught says.
    func isErrorText(_ node: NodeIndex) -> Bool {
        guard let match = facts.errorDetails[node], match.value("kind")?.text == "text",
            let error = match.node("of").map(BodyReader(facts: facts).resolve), tree.kind(error) == .identifier
        else { return false }
        return caught.scope(of: error) != nil
    }

    /// Whether a key that was put into a variable's object is taken out of it again: `delete body.stack`.
    private func isTakenOut(_ entry: NodeIndex) -> Bool {
        guard entry >= 0, let key = tree.child(entry, .key) ?? tree.child(entry, .name) else { return false }
        let holder = tree.parent(tree.parent(entry))
        guard holder >= 0, let target = tree.child(holder, .target), let variable = facts.variable(of: target) else {
            return false
        }
        let name = facts.text(key)
        return facts.uses(of: variable).contains { use in
            let member = tree.parent(use)
            guard member >= 0, tree.kind(member) == .member, tree.role(use) == .object, tree.parent(member) >= 0,
                let taken = tree.child(member, .name), facts.text(taken) == name
            else { return false }
            return tree.kind(tree.parent(member)) == .unary && facts.mainText(tree.parent(member)) == "delete"
        }
    }

    private func tellsText(
        of error: NodeIndex, _ part: BodyParts.Part, _ response: Response, isChecked: Bool = false
    ) -> Bool {
        guard let scope = caught.scope(of: error) else { return false }
        if scope == .any, !isChecked { return true }
        return (response.status.value ?? 0) >= 500 && part.conditions.isEmpty
    }

    /// Whether a condition around the part or the response says that it is for developers.
    private func isGuarded(_ part: BodyParts.Part, _ response: Response, _ expression: RegularExpression) -> Bool {
        let holds = { (node: NodeIndex) in
            expression.firstMatch(in: Array(self.tree.text(node))) != nil
        }
        if part.conditions.contains(where: holds) { return true }
        for start in [part.node, response.node] {
            var node = tree.parent(start)
            while node >= 0, tree.kind(node) != .function, tree.kind(node) != .lambda {
                if [.if, .conditional, .guard].contains(tree.kind(node)),
                    tree.children(node).contains(where: { tree.role($0) == .condition && holds($0) })
                {
                    return true
                }
                node = tree.parent(node)
            }
        }
        return false
    }
}
