/// The summaries of the files of a project. Each is held once, whatever lists it is in: a summary has forty fields, and copies of
/// those were most of what a run kept of files that say nothing. For the same reason loops over all files go by their indexes:
/// an element that is bound to a name is a copy.
public struct FileSummaries: RandomAccessCollection, Sendable {
    private let summaries: [SharedSummary]

    public init(_ summaries: [SharedSummary]) { self.summaries = summaries }

    public init(_ summaries: [FileSummary]) { self.summaries = summaries.map(SharedSummary.init) }

    public var startIndex: Int { 0 }
    public var endIndex: Int { summaries.count }

    public subscript(index: Int) -> FileSummary {
        _read { yield summaries[index].value }
    }
}

/// A summary that may be in several lists.
public final class SharedSummary: Sendable {
    public let value: FileSummary

    public init(_ value: FileSummary) { self.value = value }
}
