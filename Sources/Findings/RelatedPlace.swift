/// A place that helps to understand a finding, such as the route that a client call reaches.
public struct RelatedPlace: Hashable, Sendable {
    /// Relative to the root of the run, with `/` between the components; not always the finding's own file.
    public var path: String
    public var range: SourceRange
    /// What is to be seen there.
    public var message: String

    public init(path: String, range: SourceRange, message: String) {
        self.path = path
        self.range = range
        self.message = message
    }
}
