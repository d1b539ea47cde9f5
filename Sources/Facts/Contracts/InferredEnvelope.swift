/// The contract that a project keeps without having written it down.
enum InferredEnvelope {
    /// Fewer responses than this prove nothing.
    private static let minimumCount = 5
    /// The share of the responses that must have the shape.
    private static let minimumShare = 0.6

    /// The shape of keys that at least five and three fifths of the error bodies have; `flat` where there is none.
    static func contract(of bodies: [BodyShape]) -> EnvelopeContract {
        let objects = bodies.compactMap { body -> [BodyKey]? in
            if case .object(let keys) = body { keys } else { nil }
        }
        guard objects.count >= minimumCount else { return .flat }
        var counts: [[String]: Int] = [:]
        for keys in objects { counts[keys.map(\.name).sorted(), default: 0] += 1 }
        guard let (names, _) = counts.max(by: { ($0.value, $1.key.count) < ($1.value, $0.key.count) }) else {
            return .flat
        }
        // A body with more keys has the shape too.
        let holders = objects.filter { keys in names.allSatisfy { name in keys.contains { $0.name == name } } }
        guard !names.isEmpty, Double(holders.count) >= minimumShare * Double(objects.count) else { return .flat }
        return EnvelopeContract(
            names.map { name in
                let types = Set(
                    holders.compactMap { keys in keys.first { $0.name == name }.flatMap { type(of: $0.value) } })
                return .init(name, types.count == 1 ? types.first ?? .any : .any)
            })
    }

    private static func type(of value: BodyShape) -> EnvelopeContract.ValueType? {
        switch value {
        case .string: .string
        case .number: .number
        case .boolean: .boolean
        case .array: .array
        case .object: .object([])
        default: nil
        }
    }
}
