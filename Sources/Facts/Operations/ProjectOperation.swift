import Matching
import SourceText

/// `project:` matches every file of a project that has what is asked for, for other ranges to lie in.
public struct ProjectOperation: FactOperation {
    /// One of these matches a file of the project.
    public var files: [Glob]
    /// Files that these match do not count.
    public var exceptions: [Glob]

    public init(files: [Glob], exceptions: [Glob]) {
        self.files = files
        self.exceptions = exceptions
    }

    public var requiredWords: [[UInt8]] { [] }
    public var boundSlots: [Int] { [] }

    public func matches(in target: MatchTarget, bindings: Bindings) -> [Match] {
        guard let facts = target.facts as? FileFacts else { return [] }
        var match = Match(
            range: ByteRange(0, target.tree.bytes.count), bindings: bindings, node: 0, kind: .inside)
        match.conditions = [facts.ask(.hasFile(files, except: exceptions))]
        return [match]
    }
}
