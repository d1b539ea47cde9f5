import Syntax

/// Lists written out as literals keep their elements apart while only the language's own methods change them. How many
/// they hold is kept in a slot beside the elements, as a negative number.
extension TaintFlow {
    /// What a method call does to the list that it is called on.
    mutating func changeList(_ call: NodeIndex) {
        guard let callee = tree.child(call, .callee), tree.kind(callee) == .member,
            let object = tree.child(callee, .object), let place = paths.place(of: object), place.isExact,
            let name = tree.child(callee, .name), let arguments = tree.child(call, .arguments),
            let counter = paths.child(of: place.slot, AccessPaths.countKey),
            let count = ListCount(flow.environment[counter])
        else { return }
        let method = tree.text(name)
        let methods = language.evaluation.listMethods
        let argument = tree.firstChild(arguments)
        if methods.append.contains(where: { method.elementsEqual($0) }), let argument {
            append(results[Int(argument)], to: place, counter, count)
        } else if methods.remove.contains(where: { method.elementsEqual($0) }) {
            remove(at: index(argument, count), from: place, counter, count)
        } else if methods.removeFirst.contains(where: { method.elementsEqual($0) }) {
            remove(at: 0, from: place, counter, count)
        } else {
            blur(place, counter)
        }
    }

    /// Remembers that a place holds a list of `count` elements.
    mutating func setCount(_ count: Int, of place: AccessPaths.Place) {
        guard let counter = paths.child(of: place.slot, AccessPaths.countKey) else { return }
        flow.environment.set(counter, to: ListCount.known(count).value)
    }

    private mutating func append(_ value: Int32, to place: AccessPaths.Place, _ counter: Int32, _ count: ListCount) {
        guard case .known(let count) = count, let slot = paths.child(of: place.slot, AccessPaths.key(ofElement: count))
        else {
            // Somewhere in the list.
            let old = read(place, withFields: false)
            flow.environment.set(counter, to: ListCount.unknown.value)
            return flow.environment.set(place.slot, to: flow.values.union(old, value))
        }
        flow.environment.set(slot, to: value)
        flow.environment.set(counter, to: ListCount.known(count + 1).value)
    }

    private func index(_ argument: NodeIndex?, _ count: ListCount) -> Int? {
        guard case .known(let count) = count else { return nil }
        guard let argument else { return count - 1 }
        let value = tree.argumentValue(argument)
        guard case .integer(let index)? = semantics.value(of: value, in: tree, language: language) else { return nil }
        return index < 0 ? count + index : index
    }

    private mutating func remove(at index: Int?, from place: AccessPaths.Place, _ counter: Int32, _ count: ListCount) {
        guard case .known(let count) = count, let index, index >= 0, index < count, count <= AccessPaths.maximumChildren
        else { return blur(place, counter) }
        for element in index..<count {
            guard let slot = paths.child(of: place.slot, AccessPaths.key(ofElement: element)) else { continue }
            let next = element + 1 < count ? paths.child(of: place.slot, AccessPaths.key(ofElement: element + 1)) : nil
            flow.environment.set(slot, to: next.map { flow.environment[$0] } ?? Environment.unassigned)
        }
        flow.environment.set(counter, to: ListCount.known(count - 1).value)
    }

    /// Gives up telling the elements apart.
    private mutating func blur(_ place: AccessPaths.Place, _ counter: Int32) {
        write(place, read(place, withFields: true))
        flow.environment.set(counter, to: ListCount.unknown.value)
    }
}

/// How many elements a list is known to hold, as a value of the environment.
enum ListCount {
    case unknown
    case known(Int)

    /// nil for what is no list.
    init?(_ value: Int32) {
        guard value < 0, value != Environment.unassigned else { return nil }
        self = value == -1 ? .unknown : .known(Int(-2 - value))
    }

    var value: Int32 {
        switch self {
        case .unknown: -1
        case .known(let count): -2 - Int32(truncatingIfNeeded: count)
        }
    }
}
