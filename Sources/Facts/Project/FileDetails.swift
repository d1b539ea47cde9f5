/// What the functions and classes of a file do. Most of a project's functions stand before no route and handle none: of a file
/// that no route leads to, its summary holds their names alone, and this is never made.
public struct FileDetails: Sendable {
    public var functions: [FunctionSummary] = []
    public var classes: [ClassSummary] = []

    public init() {}
}

/// Which classes the classes of a file inherit from; found out by themselves where nobody asks what functions do, which takes
/// most of the time.
public struct FileBases: Sendable {
    /// The names of the file's classes, in the order of its summary.
    public var names: [String] = []
    public var bases: [[Symbol]] = []

    public init() {}
}
