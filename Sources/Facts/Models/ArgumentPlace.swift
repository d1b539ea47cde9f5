import Syntax

/// Which argument of a call a model means: the one with a label, else the one at a position, else a closure that stands last.
public struct ArgumentPlace: Hashable, Sendable {
    public var label: String
    /// Among all arguments, from 0, where the argument has no label.
    public var position: Int?
    public var orClosure: Bool

    public init(label: String, position: Int? = nil, orClosure: Bool = false) {
        self.label = label
        self.position = position
        self.orClosure = orClosure
    }
}

extension SyntaxTree {
    /// The value of an argument.
    func argument(at place: ArgumentPlace, in list: NodeIndex) -> NodeIndex? {
        var last: NodeIndex?
        var positioned: NodeIndex?
        for (index, argument) in children(list).enumerated() {
            last = argument
            guard kind(argument) == .keywordArgument else {
                if index == place.position { positioned = argument }
                continue
            }
            if let name = child(argument, .label), text(name).elementsEqual(place.label.utf8) {
                return child(argument, .value)
            }
        }
        if let positioned { return positioned }
        guard place.orClosure, let last else { return nil }
        let value = argumentValue(last)
        return kind(value) == .lambda ? value : nil
    }
}
