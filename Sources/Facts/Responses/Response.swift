import Matching
import SourceText
import Syntax

/// One response that a handler makes.
public struct Response: Sendable {
    public enum Status: Hashable, Sendable {
        case known(Int)
        /// None is given: the framework's default.
        case defaulted(Int)
        case unknown

        /// The status where it is certain.
        public var value: Int? {
            switch self {
            case .known(let status), .defaulted(let status): status
            case .unknown: nil
            }
        }
    }

    /// Where the response is anchored (see the catalogue).
    public var range: ByteRange
    public var node: NodeIndex
    public var status: Status
    public var body: BodyShape
    /// The expression of the body; -1 where there is none.
    public var bodyNode: NodeIndex
    /// The headers that it certainly sets, in lower case; nil where not all of them are known.
    public var headers: Set<String>?
    /// The response is an error that the framework, or a handler of the project, words.
    public var isException: Bool
    public var framework: String
    /// The function that makes it; -1 at the top of a file.
    public var function: NodeIndex
    /// The expressions that its body is made of.
    var bodyRoots: [NodeIndex]
    /// What the parameters of the helper that makes it stand for.
    var substitution: Substitution
    /// The node of its wording; apart from `node` where a helper makes it.
    var madeAt: NodeIndex
}

/// What is known of a response's body.
public indirect enum BodyShape: Hashable, Sendable {
    case unknown
    case empty
    /// Text or HTML, no JSON.
    case text
    case object([BodyKey])
    case array
    case string
    case number
    case boolean
    case null

    /// The key of an object; of objects in it, where the name has dots (`error.code`).
    public func key(_ name: String) -> BodyKey? {
        guard case .object(let keys) = self else { return nil }
        if let own = keys.first(where: { $0.name == name }) { return own }
        guard let dot = name.firstIndex(of: "."), let outer = keys.first(where: { $0.name == name[..<dot] }) else {
            return nil
        }
        return outer.value.key(String(name[name.index(after: dot)...]))
    }

    /// What is known of a body that has one shape or the other.
    func merged(with other: BodyShape) -> BodyShape {
        if self == other { return self }
        guard case .object(let left) = self, case .object(let right) = other, left.count == right.count else {
            return .unknown
        }
        var keys: [BodyKey] = []
        for key in left {
            guard let twin = right.first(where: { $0.name == key.name }) else { return .unknown }
            keys.append(
                BodyKey(
                    name: key.name, value: key.value.merged(with: twin.value),
                    constant: key.constant == twin.constant ? key.constant : nil, node: key.node))
        }
        return .object(keys)
    }
}

/// One key of a JSON body.
public struct BodyKey: Hashable, Sendable {
    public var name: String
    public var value: BodyShape
    /// The value, where it is a constant.
    public var constant: Constant?
    /// The expression; -1 where the framework makes it.
    public var node: NodeIndex

    public init(name: String, value: BodyShape, constant: Constant? = nil, node: NodeIndex) {
        self.name = name
        self.value = value
        self.constant = constant
        self.node = node
    }
}
