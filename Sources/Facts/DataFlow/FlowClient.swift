import Syntax

/// An analysis that follows the paths through a function: it says what expressions do to its environment, and the walk
/// (`walk`) sees to the order, the branches, the loops and the exits. One walk visits each statement a bounded number of
/// times, so that its time is linear in the function's size.
protocol FlowClient {
    associatedtype Values: FlowValues
    var tree: SyntaxTree { get }
    var flow: FlowState<Values> { get set }
    /// Whether a case runs on into the next one.
    var casesFallThrough: Bool { get }

    /// An expression, a declaration, or any other node that is no control flow: its effects, in order.
    mutating func evaluate(_ node: NodeIndex)
    /// Whether a condition just evaluated is known to hold, or known not to.
    mutating func truth(of condition: NodeIndex) -> Bool?
    /// Whether a case of a `switch` just evaluated is known to match, or known not to. A default matches everything.
    mutating func matches(_ matchCase: NodeIndex, subject: NodeIndex) -> Bool?
    /// Gives `target` a part of `value`: a loop's element, a context manager's result, a case's part of the subject.
    mutating func bind(_ target: NodeIndex, toPartOf value: NodeIndex?)
    /// Before a loop's condition and body: how many times to walk it.
    mutating func enterLoop(_ loop: NodeIndex) -> Int
    /// The value that a `return` or an expression body gives.
    mutating func returned(_ value: NodeIndex)
    /// A function or class declaration, where it stands.
    mutating func declare(_ declaration: NodeIndex)
}

/// The values that an analysis keeps in its environment, numbered.
protocol FlowValues {
    /// What a slot holds where two paths meet that left these values in it; either may be `Environment.unassigned`.
    mutating func join(_ left: Int32, _ right: Int32) -> Int32
}

/// What the walk itself keeps.
struct FlowState<Values: FlowValues> {
    var environment: Environment
    var values: Values
    /// The statements around that paths may leave early, innermost last.
    var exits: [FlowExit] = []
    var depth = 0

    init(environment: Environment, values: Values) {
        self.environment = environment
        self.values = values
    }

    mutating func merge(_ paths: [Environment.Changes]) { environment.merge(paths, values: &values) }

    mutating func joinOfAll(since mark: Int) -> Environment.Changes {
        environment.joinOfAll(since: mark, values: &values)
    }

    /// Paths leave a statement around here: they end, and take what is known here with them.
    mutating func leave(_ index: Int, by exit: WritableKeyPath<FlowExit, FlowExit.Paths>) {
        let known = exits[index][keyPath: exit].changes
        exits[index].room -= environment.mark - exits[index].mark + (known?.count ?? 0)
        guard exits[index].room > 0 else {
            exits[index][keyPath: exit] = .someIncomplete
            return
        }
        exits[index][keyPath: exit] = .some(
            environment.changes(since: exits[index].mark, joinedWith: known, values: &values))
    }
}

/// A statement that `break` and `continue` leave or repeat, or that catches what is thrown in it.
struct FlowExit {
    enum Kind {
        case loop, `switch`, `try`
    }

    /// The paths that take one way out.
    enum Paths {
        case none
        /// What they changed since the statement began.
        case some(Environment.Changes)
        /// More paths than there was room for.
        case someIncomplete

        var changes: Environment.Changes? { if case .some(let changes) = self { changes } else { nil } }
    }

    let kind: Kind
    /// The place in the record of changes where it began.
    let mark: Int
    /// How many more changes may be kept: one path after another may have changed the same slots.
    var room = 20_000
    /// The paths that leave it.
    var breaks = Paths.none
    /// The paths that go on with the next round.
    var continues = Paths.none
}
