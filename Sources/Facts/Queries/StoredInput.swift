/// What a write stores that some caller of the function around it, or the class of a body that another file declares, decides
/// about.
public struct StoredInput: Hashable, Sendable {
    var source: Source
    var part: Part

    enum Source: Hashable, Sendable {
        /// What calls give the function.
        case parameter(ParameterPlace)
        /// The body of the request, as a handler is given it.
        case body(Symbol)
    }

    enum Part: Hashable, Sendable {
        /// An identifier, which is all of it.
        case itself
        /// The identifier under this key.
        case member(String)
        /// All that is in it, but for columns of these names, folded as in `QueryAssignment`.
        case whole(except: Set<String>)
    }
}

/// What a call gives a parameter that the client sent, and that nothing before ties to the user who asks.
struct SentInput: Sendable {
    /// The classes of bodies of which it holds all fields.
    var types: [Symbol] = []
    /// Whether it is a body, or holds all of one.
    var isWhole = false
    /// The identifiers that it holds besides, by their keys, and all keys that are written out.
    var identifiers: Set<String> = []
    var keys: Set<String> = []
    /// The name of the identifier that it is itself.
    var name: String?

    var isNothing: Bool { !isWhole && identifiers.isEmpty && name == nil }
}
