/// What the functions and classes of a file do. Most of a project's functions stand before no route and handle none: of a file
/// that no route leads to, its summary holds their names alone, and this is never made.
public struct FileDetails: Sendable {
    public var functions: [FunctionSummary] = []
    public var classes: [ClassSummary] = []

    public init() {}
}

/// What the classes of a file inherit from and which fields they declare; found out by themselves where nobody asks what functions
/// do, which takes most of the time.
public struct FileBases: Sendable {
    /// The names of the file's classes, in the order of its summary.
    public var names: [String] = []
    public var bases: [[Symbol]] = []
    public var fields: [[String]] = []

    public init(names: [String] = [], bases: [[Symbol]] = [], fields: [[String]] = []) {
        self.names = names
        self.bases = bases
        self.fields = fields
    }
}
