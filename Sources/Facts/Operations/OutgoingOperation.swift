import Matching
import SourceText
import Syntax

/// `outgoing:` matches calls to servers: those of HTTP clients, and those of functions and clients of the project that pass
/// what they are given to one.
public struct OutgoingOperation: FactOperation {
    public var criteria = OutgoingCriteria()

    public init() {}

    public var requiredWords: [[UInt8]] { [] }
    public var boundSlots: [Int] { [] }

    public func matches(in target: MatchTarget, bindings: Bindings) -> [Match] {
        guard let facts = target.facts as? FileFacts else { return [] }
        let calls = facts.outgoing.calls
        return calls.indices.compactMap { index in
            let call = calls[index]
            guard mayHold(for: call.summary, facts.names) else { return nil }
            var match = Match(range: call.summary.range, bindings: bindings, node: call.node)
            match.conditions.append(facts.ask(.outgoing(index, criteria)))
            return match
        }
    }

    /// What the file alone excludes need not wait for the project.
    private func mayHold(for call: OutgoingSummary, _ names: NameVocabulary) -> Bool {
        guard call.target == .client else { return true }
        if criteria.route != nil, call.request.url == nil { return false }
        if criteria.sendsProof == false, call.request.options.hasEvidence(names) { return false }
        if criteria.hasTimeout == false, call.request.options.value(.timeoutOption, names) != nil { return false }
        return true
    }
}
