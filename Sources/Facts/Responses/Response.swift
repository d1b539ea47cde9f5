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
    /// The response is an error that the framework, or a handler of the project, words.
    public var isException: Bool
    public var framework: String
    /// The function that makes it; -1 at the top of a file.
    public var function: NodeIndex
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

    /// The key of an object.
    public func key(_ name: String) -> BodyKey? {
        if case .object(let keys) = self { return keys.first { $0.name == name } }
        return nil
    }
}

/// One key of a JSON body.
public struct BodyKey: Hashable, Sendable {
    public var name: String
    public var value: BodyShape
    /// The expression; -1 where the framework makes it.
    public var node: NodeIndex

    public init(name: String, value: BodyShape, node: NodeIndex) {
        self.name = name
        self.value = value
        self.node = node
    }
}
