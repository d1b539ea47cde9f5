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
    /// Which of the project's contracts is meant.
    public enum Contract: Sendable {
        case error, success
    }
    /// What the value of a body's key must be.
    public enum ValueCondition: Sendable {
        case equals(Constant)
        /// A literal or built on the spot, and neither null, false nor empty.
        case present
    }
    /// What a key of the body, at any depth, must be called; its range is what is matched.
    public struct KeyCondition: Sendable {
        public var name: RegularExpression
        /// The metavariable to bind to its value.
        public var valueSlot: Int?

        public init(name: RegularExpression, valueSlot: Int?) {
            self.name = name
            self.valueSlot = valueSlot
        }
    }

    /// Statuses, as ranges of which one must hold; empty for any, known or not.
    public var statuses: [ClosedRange<Int>] = []
    public var contract = Contract.error
    /// Compared with the contract.
    public var envelope: Envelope?
    /// Parts that the contract requires and the body lacks, by dotted name.
    public var lacks: [String] = []
    /// Parts whose value, a literal, is not spelled as the contract has it.
    public var misspells: [String] = []
    /// Keys that the body must have, by name.
    public var keys: [String] = []
    /// Keys that the body must lack; bodies whose keys are not known do not match.
    public var missingKeys: [String] = []
    public var values: [(name: String, condition: ValueCondition)] = []
    /// Headers, in lower case, that no statement on the way to the response sets; those that only the project lets one know
    /// are taken as set.
    public var missingHeaders: [String] = []
    public var leaks: Set<ErrorLeak> = []
    /// A condition with this in its text allows leaks.
    public var leakGuard: RegularExpression?
    /// No response of a handler or route of such a name.
    public var exceptIn: RegularExpression?
    public var format: Format?
    public var isException: Bool?
    /// A query that is certainly run on the way to the response.
    public var previous: OtherQuery?
    /// A route that makes it, with no methods but those.
    public var route: RouteCriteria?
    /// The metavariable to bind to the body's expression.
    public var bodySlot: Int?
    public var key: KeyCondition?

    public init() {}

    public var requiredWords: [[UInt8]] { [] }
    public var boundSlots: [Int] { [bodySlot, key?.valueSlot].compactMap { $0 } }

    public func matches(in target: MatchTarget, bindings: Bindings) -> [Match] {
        guard let facts = target.facts as? FileFacts else { return [] }
        let found = facts.responses.filter { holds(for: $0, facts) }
        return found.flatMap { response -> [Match] in
            guard let match = match(response, facts, bindings) else { return [] }
            return key.map { ResponseKeys(facts: facts).matches($0, in: response, match) } ?? [match]
        }
    }

    private func match(_ response: Response, _ facts: FileFacts, _ bindings: Bindings) -> Match? {
        var match = Match(range: response.range, bindings: bindings, node: response.node)
        match.remark = remark(on: response, facts)
        guard ContractJudgement(facts: facts, operation: self).holds(for: response, &match) else { return nil }
        if !missingHeaders.isEmpty { match.conditions.append(~facts.ask(.setsHeader(Set(missingHeaders)))) }
        if let route {
            guard let place = QueryPlacement(facts: facts).runPlace(of: response.node) else { return nil }
            match.conditions.append(facts.ask(.isRun(place, route)))
        }
        if let bodySlot, response.bodyNode >= 0 {
            match.bindings[bodySlot] = Binding(
                content: .node(response.bodyNode), range: facts.tree.range(response.bodyNode))
        }
        return match
    }

    /// What of the response the conditions hold for, in words.
    private func remark(on response: Response, _ facts: FileFacts) -> String? {
        if let node = leakingNode(in: response, facts) {
            let text = facts.tree.text(node).prefix { $0 != 0x0A && $0 != 0x0D }
            return text.count > 60 ? nil : "It sends `\(String(decoding: text, as: UTF8.self))`."
        }
        guard !values.isEmpty || !missingHeaders.isEmpty || route != nil else { return nil }
        switch response.status {
        case .known(let status): return "The status is \(status)."
        case .defaulted(let status): return "The status is \(status), the default."
        case .unknown: return nil
        }
    }

    /// The first expression that tells what it must not.
    private func leakingNode(in response: Response, _ facts: FileFacts) -> NodeIndex? {
        guard !leaks.isEmpty else { return nil }
        return facts.leaks.leaks(in: response, guarding: leakGuard).filter { leaks.contains($0.key) }.values.min()
    }

    /// Whether all holds that neither a contract nor the project decides.
    private func holds(for response: Response, _ facts: FileFacts) -> Bool {
        if !statuses.isEmpty {
            guard let status = response.status.value, statuses.contains(where: { $0.contains(status) }) else {
                return false
            }
        }
        if let isException, isException != response.isException { return false }
        if let format, !holds(format, response.body) { return false }
        for key in keys where response.body.key(key) == nil { return false }
        if !missingKeys.isEmpty {
            guard case .object(let present) = response.body else { return false }
            if present.contains(where: { missingKeys.contains($0.name) }) { return false }
        }
        for (name, condition) in values {
            guard let key = response.body.key(name), holds(condition, key, response, facts) else { return false }
        }
        if !leaks.isEmpty, leakingNode(in: response, facts) == nil { return false }
        if let exceptIn,
            ResponsePlace(facts: facts).names(around: response).contains(where: {
                exceptIn.firstMatch(in: Array($0.utf8)) != nil
            })
        {
            return false
        }
        if let previous, !ResponsePlace(facts: facts).follows(previous, response) { return false }
        return missingHeaders.isEmpty || ResponsePlace(facts: facts).lacks(missingHeaders, response)
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

    private func holds(
        _ condition: ValueCondition, _ key: BodyKey, _ response: Response, _ facts: FileFacts
    ) -> Bool {
        switch condition {
        case .equals(let constant): return key.constant == constant
        case .present:
            // A field of something else may be null whatever its type.
            if key.node >= 0, key.constant == nil {
                let value = BodyReader(facts: facts, substitution: response.substitution).resolve(key.node)
                if [.member, .index, .identifier].contains(facts.tree.kind(value)), !facts.leaks.isErrorText(value) {
                    return false
                }
            }
            switch (key.constant, key.value) {
            case (.null?, _), (.boolean(false)?, _), (_, .unknown), (_, .null), (_, .empty): return false
            case (.string(let text)?, _): return !text.isEmpty
            case (nil, .boolean), (nil, .number): return false
            case (_, .object(let keys)): return !keys.isEmpty
            case (_, .array): return false
            default: return true
            }
        }
    }
}
