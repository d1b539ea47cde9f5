import Matching
import SourceText
import Syntax

/// `response:` matches responses that handlers make.
public struct ResponseOperation: FactOperation {
    public enum Envelope: Sendable {
        case conforms, violates
    }
    public enum Format: Sendable {
        case json, text, empty
    }

    /// Statuses, as ranges of which one must hold; empty for any, known or not.
    public var statuses: [ClosedRange<Int>] = []
    /// Compared with the error envelope of the project's contract.
    public var envelope: Envelope?
    /// Keys that the body must have, by name.
    public var keys: [String] = []
    /// Keys that the body must lack; bodies whose keys are not known do not match.
    public var missingKeys: [String] = []
    public var format: Format?
    public var isException: Bool?
    /// The metavariable to bind to the body's expression.
    public var bodySlot: Int?

    public init() {}

    public var requiredWords: [[UInt8]] { [] }
    public var boundSlots: [Int] { bodySlot.map { [$0] } ?? [] }

    public func matches(in target: MatchTarget, bindings: Bindings) -> [Match] {
        guard let facts = target.facts as? FileFacts else { return [] }
        return facts.responses.compactMap { match($0, facts, bindings) }
    }

    private func match(_ response: Response, _ facts: FileFacts, _ bindings: Bindings) -> Match? {
        if !statuses.isEmpty {
            guard let status = response.status.value, statuses.contains(where: { $0.contains(status) }) else { return nil }
        }
        if let isException, isException != response.isException { return nil }
        if let format, !holds(format, response.body) { return nil }
        for key in keys where response.body.key(key) == nil { return nil }
        if !missingKeys.isEmpty {
            guard case .object(let present) = response.body else { return nil }
            if present.contains(where: { missingKeys.contains($0.name) }) { return nil }
        }
        var match = Match(range: response.range, bindings: bindings, node: response.node)
        if let envelope {
            guard judge(envelope, response, facts, &match) else { return nil }
        }
        if let bodySlot, response.bodyNode >= 0 {
            match.bindings[bodySlot] = Binding(
                content: .node(response.bodyNode), range: facts.tree.range(response.bodyNode))
        }
        return match
    }

    private func holds(_ format: Format, _ body: BodyShape) -> Bool {
        switch (format, body) {
        case (_, .unknown): return false
        case (.text, .text), (.empty, .empty): return true
        case (.json, .text), (.json, .empty): return false
        case (.json, _): return true
        default: return false
        }
    }

    /// Whether the response does with the contract what is asked for; where only the project knows, on that condition.
    private func judge(
        _ envelope: Envelope, _ response: Response, _ facts: FileFacts, _ match: inout Match
    ) -> Bool {
        if response.isException { match.conditions.append(facts.ask(.noErrorHandler)) }
        guard let contract = facts.settings.errorEnvelope else {
            let question = ProjectQuestion.violatesInferredEnvelope(response.body)
            let number = facts.ask(question)
            match.conditions.append(envelope == .violates ? number : ~number)
            return true
        }
        guard let fulfilled = contract.isFulfilled(by: response.body) else { return false }
        guard fulfilled == (envelope == .conforms) else { return false }
        if !fulfilled { match.replacement = EnvelopeFix.replacement(for: response, contract: contract, facts: facts) }
        return true
    }
}
