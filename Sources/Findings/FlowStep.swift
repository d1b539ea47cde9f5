/// One step of a value's way from its source to its sink.
public struct FlowStep: Hashable, Sendable {
    /// Relative to the root of the run, with `/` between the components; not always the finding's own file.
    public var path: String
    public var range: SourceRange
    /// What happens to the value there.
    public var message: String

    public init(path: String, range: SourceRange, message: String) {
        self.path = path
        self.range = range
        self.message = message
    }
}
