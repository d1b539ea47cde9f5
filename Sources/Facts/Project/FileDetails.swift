/// What the functions and classes of a file do. Most of a project's functions stand before no route and handle none: of a file
/// that no route leads to, its summary holds their names alone, and this is never made.
public struct FileDetails: Sendable {
    public var functions: [FunctionSummary] = []
    public var classes: [ClassSummary] = []

    public init() {}
}
