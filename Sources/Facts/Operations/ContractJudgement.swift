import Matching
import SourceText
import Syntax

/// Compares responses with the project's contract for them, as an operation asks.
struct ContractJudgement {
    let facts: FileFacts
    let operation: ResponseOperation

    private var contract: EnvelopeContract? {
        operation.contract == .error ? facts.settings.errorEnvelope : facts.settings.successEnvelope
    }

    /// Whether the response does with the contract what is asked for; where only the project knows, on that condition.
    func holds(for response: Response, _ match: inout Match) -> Bool {
        let asks = operation.envelope != nil || !operation.lacks.isEmpty || !operation.misspells.isEmpty
        guard asks else { return true }
        if response.isException { match.conditions.append(facts.ask(.noErrorHandler)) }
        for path in operation.lacks {
            guard let contract, contract.requires(path), lacks(path, response.body) else { return false }
        }
        for path in operation.misspells {
            guard let contract, case .constantName? = contract.type(of: path),
                case .string(let text)? = response.body.key(path)?.constant, !isConstantName(text)
            else { return false }
        }
        return operation.envelope.map { judge($0, response, &match) } ?? true
    }

    /// Whether a body whose keys are known has no such part.
    private func lacks(_ path: String, _ body: BodyShape) -> Bool {
        var shape = body
        for name in path.split(separator: ".") {
            guard case .object = shape else {
                if case .unknown = shape { return false }
                return false
            }
            guard let key = shape.key(String(name)) else { return true }
            shape = key.value
        }
        return false
    }

    private func isConstantName(_ text: [UInt8]) -> Bool {
        text.startsWithCapital && text.allSatisfy { $0.isCapital || (0x30...0x39).contains($0) || $0 == 0x5F }
    }

    private func judge(_ envelope: ResponseOperation.Envelope, _ response: Response, _ match: inout Match) -> Bool {
        guard let contract else {
            // Without a contract, the shape that most error responses of the project have; success has none.
            guard operation.contract == .error else { return false }
            switch response.body {
            case .unknown, .empty: return false
            default: break
            }
            let number = facts.ask(.violatesInferredEnvelope(response.body))
            match.conditions.append(envelope == .violates ? number : ~number)
            return true
        }
        guard let fulfilled = contract.isFulfilled(by: response.body), fulfilled == (envelope == .conforms) else {
            return false
        }
        if !fulfilled {
            match.remark = contract.fault(of: response.body).map { "Here \($0)." }
            match.replacement = EnvelopeFix.replacement(for: response, contract: contract, facts: facts)
        }
        return true
    }
}
