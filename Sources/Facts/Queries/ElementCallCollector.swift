import Matching
import Syntax

/// A call of a function of another file that is made for each element of a loop.
public struct ElementCall: Hashable, Sendable {
    var symbol: Symbol
    /// The positions of the arguments that depend on the element, where they have no labels.
    var positions: [Int]
    var labels: [String]
    /// 1-based: where it stands in its file.
    var line: Int

    /// Whether another stands for the same, further down.
    fileprivate func isRepeated(by other: ElementCall) -> Bool {
        symbol == other.symbol && positions == other.positions && labels == other.labels
    }

    /// Whether it gives a parameter something of the element.
    func gives(_ place: ParameterPlace) -> Bool {
        positions.contains(place.position) || place.label.map(labels.contains) ?? false
    }
}

/// Finds what a file calls of other files for each element of a loop.
struct ElementCallCollector {
    private let facts: FileFacts
    private var tree: SyntaxTree { facts.tree }

    init(facts: FileFacts) {
        self.facts = facts
    }

    /// In source order, each once. Nothing of files whose work somebody starts by hand and watches.
    func calls() -> [ElementCall] {
        if facts.names.holds(.maintenanceFile, facts.path) { return [] }
        var found: [ElementCall] = []
        for call in facts.target.nodes(of: .call) where mayRepeat(call) {
            guard let callee = tree.child(call, .callee) else { continue }
            let imported = facts.modules.symbol(of: callee, in: facts.target)
            // What comes from a package is no object that the file makes.
            if let imported, facts.modules.isForeign(imported) { continue }
            guard let symbol = facts.injectedSymbol(call) ?? imported, facts.modules.mayBeOfProject(symbol),
                let elementCall = elementCall(call, of: symbol),
                !found.contains(where: { $0.isRepeated(by: elementCall) })
            else { continue }
            found.append(elementCall)
        }
        return found
    }

    private func elementCall(_ call: NodeIndex, of symbol: Symbol) -> ElementCall? {
        guard let list = tree.child(call, .arguments) else { return nil }
        let placement = QueryPlacement(facts: facts)
        var positions: [Int] = []
        var labels: [String] = []
        for (position, argument) in tree.children(list).enumerated() {
            guard placement.loop(around: argument, of: nil) != nil else { continue }
            if tree.kind(argument) == .keywordArgument, let label = tree.child(argument, .label) {
                labels.append(facts.text(label))
            } else {
                positions.append(position)
            }
        }
        guard !positions.isEmpty || !labels.isEmpty, !fillsDatabase(call) else { return nil }
        return ElementCall(
            symbol: symbol, positions: positions, labels: labels, line: facts.lines.line(at: tree.range(call).start))
    }

    /// Whether a loop may stand around a call in its function; that of a function inside it counts as one.
    private func mayRepeat(_ call: NodeIndex) -> Bool {
        var node = tree.parent(call)
        while node >= 0, tree.kind(node) != .function {
            switch tree.kind(node) {
            case .forEach, .for, .while, .comprehension, .lambda: return true
            default: node = tree.parent(node)
            }
        }
        return false
    }

    private func fillsDatabase(_ call: NodeIndex) -> Bool {
        let function = QueryPlacement.function(of: call, facts)
        return function >= 0
            && facts.functions.name(of: function).map { facts.names.holds(.fillsDatabase, $0.lastDottedPart) } ?? false
    }
}
