import Syntax

/// Taint that reaches a sink.
public struct TaintFinding: Hashable, Sendable {
    /// The index of the sink in the matches.
    public var sink: Int
    /// The index of the source in the matches.
    public var source: Int
    /// The expression that was tainted first.
    public var sourceNode: NodeIndex
    /// The places that the taint was handed on at, in order: assignment targets, loop variables and the like.
    public var steps: [NodeIndex]
    /// The tainted expression in the sink.
    public var sinkNode: NodeIndex
}
