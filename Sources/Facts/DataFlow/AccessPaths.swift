import Matching
import Syntax

/// The variables and fields that an analysis tells apart, numbered as slots of its environment: `x`, `x.a`, `x["a"]`
/// (the same as `x.a`), `x[0]`, and so on inwards.
struct AccessPaths {
    /// A place that an expression names.
    struct Place {
        var slot: Int32
        /// Whether it is that slot itself, rather than some unknown element of it.
        var isExact: Bool
    }

    private struct Key: Hashable {
        var parent: Int32
        var name: [UInt8]
    }

    private(set) var parents: [Int32] = []
    private(set) var children: [[Int32]] = []
    /// By variable.
    private var roots: [Int32]
    private var slots: [Key: Int32] = [:]
    private let tree: SyntaxTree
    private let semantics: Semantics
    private let language: any Language
    static let maximumChildren = 128
    /// The key under which a list keeps how many elements it has; no name in a program is spelled so.
    static let countKey: [UInt8] = [1]
    private static let maximumParts = 6

    /// The slot of the taint that comes with having run after some source, not with any value.
    static let control: Int32 = 0

    init(_ tree: SyntaxTree, semantics: Semantics, language: any Language) {
        self.tree = tree
        self.semantics = semantics
        self.language = language
        roots = [Int32](repeating: -1, count: semantics.variableValues.count)
        _ = add(parent: -1)
    }

    /// The slots of the variables that are given a value only once, and of all within them.
    func constantSlots() -> [Int32] {
        var slots: [Int32] = []
        for (variable, root) in roots.enumerated() where root >= 0 && semantics.variableValues[variable] >= 0 {
            slots.append(root)
        }
        var index = 0
        while index < slots.count {
            slots += children[Int(slots[index])]
            index += 1
        }
        return slots
    }

    /// The place that an expression names; nil for one that is no variable, member or element of one.
    mutating func place(of expression: NodeIndex) -> Place? {
        var parts: [NodeIndex] = []
        var node = expression
        while true {
            switch tree.kind(node) {
            case .identifier:
                var place = Place(slot: root(node), isExact: true)
                for (depth, part) in parts.reversed().enumerated() where place.isExact {
                    guard depth < Self.maximumParts, let key = key(of: part), let slot = child(of: place.slot, key)
                    else {
                        place.isExact = false
                        break
                    }
                    place.slot = slot
                }
                return place
            case .member, .index:
                guard let object = tree.child(node, .object) else { return nil }
                parts.append(node)
                node = object
            case .parenthesized, .postfix, .await:
                guard let inner = tree.firstChild(node) else { return nil }
                node = inner
            default: return nil
            }
        }
    }

    /// The slot of a key of a place; nil where the object has too many to tell apart.
    mutating func child(of parent: Int32, _ name: [UInt8]) -> Int32? {
        let key = Key(parent: parent, name: name)
        if let slot = slots[key] { return slot }
        guard children[Int(parent)].count < Self.maximumChildren else { return nil }
        let slot = add(parent: parent)
        slots[key] = slot
        children[Int(parent)].append(slot)
        return slot
    }

    /// The key that a `member` or `index` node, or a `pair` or `shorthand` of a literal, selects; nil where it is not known.
    func key(of part: NodeIndex) -> [UInt8]? {
        switch tree.kind(part) {
        case .member, .shorthand: return tree.child(part, .name).map { Array(tree.text($0)) }
        case .index:
            guard let index = tree.child(part, .index), tree.kind(index) != .slice else { return nil }
            return key(ofValue: index)
        case .pair:
            guard let key = tree.child(part, .key) else { return nil }
            let isName = tree.kind(key) == .identifier && language.scoping.objectKeyIsName
            return isName ? Array(tree.text(key)) : self.key(ofValue: key)
        default: return nil
        }
    }

    /// The key of the element at a place of a list.
    static func key(ofElement index: Int) -> [UInt8] { [0] + Array(String(index).utf8) }

    /// The index that a text spells as the language itself would spell it.
    private static func index(_ text: [UInt8]) -> Int? {
        let hasLeadingZero = text.first == UInt8(ascii: "0") && text.count > 1
        guard !hasLeadingZero, text.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) else {
            return nil
        }
        return Int(String(decoding: text, as: UTF8.self))
    }

    private func key(ofValue node: NodeIndex) -> [UInt8]? {
        switch semantics.value(of: node, in: tree, language: language) {
        case .string(let text): language.evaluation.indexesAreNames ? Self.index(text).map(Self.key) ?? text : text
        case .integer(let index) where index >= 0: Self.key(ofElement: index)
        default: nil
        }
    }

    /// The place that a variable is.
    mutating func place(ofVariable variable: Int32) -> Place {
        Place(slot: root(ofVariable: Int(variable)), isExact: true)
    }

    private mutating func root(_ identifier: NodeIndex) -> Int32 {
        let variable = Int(semantics.variables[Int(identifier)])
        guard variable >= 0 else {
            // A name that the file does not declare is one and the same everywhere in it.
            let key = Key(parent: -1, name: Array(tree.text(identifier)))
            if let slot = slots[key] { return slot }
            let slot = add(parent: -1)
            slots[key] = slot
            return slot
        }
        return root(ofVariable: variable)
    }

    private mutating func root(ofVariable variable: Int) -> Int32 {
        if roots[variable] < 0 { roots[variable] = add(parent: -1) }
        return roots[variable]
    }

    private mutating func add(parent: Int32) -> Int32 {
        parents.append(parent)
        children.append([])
        return Int32(truncatingIfNeeded: parents.count - 1)
    }
}
