/// What kind of convention a rule holds.
public enum Convention: String, CaseIterable, Hashable, Sendable {
    /// Breaking it is a defect.
    case critical
    /// The way things are done.
    case pattern
    /// A way in which things are not done.
    case antiPattern = "anti-pattern"
}
