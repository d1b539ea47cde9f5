import SourceText
import Syntax

/// The metavariables of one rule, numbered from 0, so that bindings are flat arrays.
public struct MetavariableTable: Sendable {
    /// With the dollar sign, without the dots of `$...X` (whose name is kept as `$...X`).
    public private(set) var names: [[UInt8]] = []

    public init() {}

    public var count: Int { names.count }

    /// The number of a metavariable, given to it now where it had none.
    public mutating func slot(of name: some Sequence<UInt8>) -> Int {
        let name = Array(name)
        if let known = names.firstIndex(of: name) { return known }
        names.append(name)
        return names.count - 1
    }

    /// The number of a metavariable that some pattern uses.
    public func existingSlot(of name: some Sequence<UInt8>) -> Int? { names.firstIndex(of: Array(name)) }
}

/// What a metavariable stands for in one match.
public struct Binding: Hashable, Sendable {
    public enum Content: Hashable, Sendable {
        case node(NodeIndex)
        /// Consecutive siblings, from the first to the last; both -1 for none.
        case nodes(NodeIndex, NodeIndex)
        /// Bytes inside a token: the content of a string.
        case text
        /// What a group of a regular expression matched. Two groups that share a number need not agree.
        case group
        /// What the code at the range means and is not written there: a part of an imported name, the value of a constant.
        case meaning([UInt8])
    }

    public var content: Content
    /// Where it stands, in bytes.
    public var range: ByteRange

    public init(content: Content, range: ByteRange) {
        self.content = content
        self.range = range
    }

    /// The node, where it is bound to a single one. Never inlined: inside some functions of other modules the release
    /// compiler (6.3.1) ends a borrow too early and stops.
    @inline(never)
    public var node: NodeIndex? {
        if case .node(let node) = content { return node }
        return nil
    }
}

/// The bindings of one match, by the metavariable's number.
public typealias Bindings = [Binding?]

/// A range that a pattern or formula matched, and what its metavariables stand for.
public struct Match: Hashable, Sendable {
    /// How a range takes part in the algebra of ranges: by the operator that it comes from.
    public enum Kind: Sendable {
        case plain
        /// Of `pattern-inside`: it is there for others to lie in, and never survives where there are others.
        case inside
        /// Of `anywhere`: it need only be there, and never survives where there are others.
        case anywhere
        /// Of `pattern-regex`.
        case text
    }

    public var range: ByteRange
    public var bindings: Bindings
    /// The node, or the first of the statements, that matched; -1 for a match of a regular expression.
    public var node: NodeIndex
    public var kind: Kind
    /// Numbers of questions that only the whole project answers; the match holds if all answers are yes. The complement of a
    /// number (`~n`) stands for its question answered no.
    public var conditions: [Int32] = []
    /// Where tainted data went, from its source to its sink.
    public var flow: [ByteRange] = []
    /// What to put in the place of some text, where the operator that matched knows how to mend it.
    public var replacement: Replacement?
    /// The number of the fix that belongs to the formula which matched; -1 where only the rule's fix is meant.
    public var fix: Int32 = -1
    /// A sentence with the facts behind the match, for its message.
    public var remark: String?

    /// A text for the place of another.
    public struct Replacement: Hashable, Sendable {
        public var range: ByteRange
        public var text: String
        public init(range: ByteRange, text: String) {
            self.range = range
            self.text = text
        }
    }

    public init(range: ByteRange, bindings: Bindings, node: NodeIndex, kind: Kind = .plain) {
        self.range = range
        self.bindings = bindings
        self.node = node
        self.kind = kind
    }

    /// The same with what another match binds beyond it.
    func adding(bindingsOf other: Match) -> Match {
        var match = self
        for slot in match.bindings.indices where match.bindings[slot] == nil {
            match.bindings[slot] = other.bindings[slot]
        }
        return match
    }

    /// The same with another kind.
    func of(kind: Kind) -> Match {
        var match = self
        match.kind = kind
        return match
    }
}
