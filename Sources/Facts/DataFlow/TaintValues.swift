import Syntax

/// The sets of taint of one analysis, numbered; 0 is the empty set.
struct TaintValues: FlowValues {
    static let clean: Int32 = 0

    struct Taint: Hashable {
        /// The source's index in the matches.
        var source: Int32
        /// The index of its label.
        var label: Int32
        /// How it came here; not part of what it is.
        var step: Int32
    }

    struct Step: Hashable {
        var node: NodeIndex
        var previous: Int32
        var length: Int32
    }

    private struct Pair: Hashable {
        var left: Int32
        var right: Int32
    }

    private(set) var sets: [[Taint]] = [[]]
    private(set) var steps: [Step] = []
    private var numbers: [[Taint]: Int32] = [[]: 0]
    private var unions: [Pair: Int32] = [:]
    private var stepNumbers: [Step: Int32] = [:]
    /// Longer flows keep their first steps.
    private static let maximumSteps: Int32 = 24
    /// A value that more sources than this reach keeps the first of them.
    private static let maximumTaints = 24

    /// A slot that one path did not touch goes on inheriting from the object around it, which a clean path cannot undo.
    mutating func join(_ left: Int32, _ right: Int32) -> Int32 {
        if left == right { return left }
        // The counts of lists are negative; one that is not the same on all paths is unknown.
        let isCount = (left < 0 && left != Environment.unassigned) || (right < 0 && right != Environment.unassigned)
        if isCount { return ListCount.unknown.value }
        if left == Environment.unassigned { return right == Self.clean ? left : right }
        if right == Environment.unassigned { return left == Self.clean ? right : left }
        return union(left, right)
    }

    mutating func union(_ left: Int32, _ right: Int32) -> Int32 {
        if left == right || right == Self.clean { return left }
        if left == Self.clean { return right }
        let pair = Pair(left: min(left, right), right: max(left, right))
        if let known = unions[pair] { return known }
        var result = sets[Int(pair.left)]
        for taint in sets[Int(pair.right)]
        where !result.contains(where: { $0.source == taint.source && $0.label == taint.label }) {
            result.append(taint)
        }
        result.sort { ($0.source, $0.label) < ($1.source, $1.label) }
        if result.count > Self.maximumTaints { result.removeLast(result.count - Self.maximumTaints) }
        let number = number(of: result)
        unions[pair] = number
        return number
    }

    /// The taint that starts at a node.
    mutating func taint(source: Int, label: Int32, at node: NodeIndex) -> Int32 {
        let step = step(Step(node: node, previous: -1, length: 1))
        return number(of: [Taint(source: Int32(truncatingIfNeeded: source), label: label, step: step)])
    }

    /// The same taint, handed on at a node.
    mutating func passing(_ value: Int32, at node: NodeIndex) -> Int32 {
        guard value > 0 else { return value }
        var taints = sets[Int(value)]
        for index in taints.indices {
            let previous = steps[Int(taints[index].step)]
            guard previous.length < Self.maximumSteps, previous.node != node else { continue }
            taints[index].step = step(Step(node: node, previous: taints[index].step, length: previous.length + 1))
        }
        return number(of: taints)
    }

    /// The same taint with another label in the place of those that are `replaced` (nil: all).
    mutating func relabeled(_ value: Int32, as label: Int32, replacing replaced: [Int32]?) -> Int32 {
        var result = Self.clean
        for var taint in sets[Int(value)] {
            if replaced?.contains(taint.label) ?? true { taint.label = label }
            result = union(result, number(of: [taint]))
        }
        return result
    }

    /// The nodes that a taint passed, its source first.
    func path(of taint: Taint) -> [NodeIndex] {
        var nodes: [NodeIndex] = []
        var step = taint.step
        while step >= 0 {
            nodes.append(steps[Int(step)].node)
            step = steps[Int(step)].previous
        }
        return nodes.reversed()
    }

    private mutating func number(of set: [Taint]) -> Int32 {
        if let known = numbers[set] { return known }
        let number = Int32(truncatingIfNeeded: sets.count)
        sets.append(set)
        numbers[set] = number
        return number
    }

    private mutating func step(_ step: Step) -> Int32 {
        if let known = stepNumbers[step] { return known }
        let number = Int32(truncatingIfNeeded: steps.count)
        steps.append(step)
        stepNumbers[step] = number
        return number
    }
}
