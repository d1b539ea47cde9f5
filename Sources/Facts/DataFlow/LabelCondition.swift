/// What a source or sink requires of the labels of the taint that reaches it.
public indirect enum LabelCondition: Hashable, Sendable {
    /// Some taint with this label.
    case label(String)
    case not(LabelCondition)
    case all([LabelCondition])
    case any([LabelCondition])

    /// Whether it holds for taint with `labels`.
    public func holds(for labels: Set<String>) -> Bool {
        switch self {
        case .label(let label): labels.contains(label)
        case .not(let condition): !condition.holds(for: labels)
        case .all(let conditions): conditions.allSatisfy { $0.holds(for: labels) }
        case .any(let conditions): conditions.contains { $0.holds(for: labels) }
        }
    }
}
