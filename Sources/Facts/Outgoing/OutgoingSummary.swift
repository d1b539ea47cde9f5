import SourceText

/// A call to some server, or one that turns out to be such a call when the project is joined.
public struct OutgoingSummary: Sendable {
    /// What a call goes through.
    public enum Target: Hashable, Sendable {
        /// A client that the file knows; `request` says all.
        case client
        /// A function of the file, by its name with its class.
        case local(String)
        /// A function of another file, or a client made there.
        case imported(Symbol)
    }

    /// 1-based; set where the file is summed up.
    public var line = 0
    public var range: ByteRange
    public var target: Target
    /// The name of the function around it, with its class.
    public var function: String?
    /// What is sent, where the target is a client.
    public var request: RequestSummary { sent?.request ?? RequestSummary() }
    /// Held apart: most of what a run keeps goes to something else.
    private let sent: Sent?
    /// The arguments of the call, where the target is something else.
    public var arguments: [ArgumentSummary]

    private final class Sent: Sendable {
        let request: RequestSummary

        init(_ request: RequestSummary) { self.request = request }
    }

    /// - Parameter request: nil where the target is no client.
    init(
        range: ByteRange, target: Target, function: String?, request: RequestSummary?,
        arguments: [ArgumentSummary] = []
    ) {
        self.range = range
        self.target = target
        self.function = function
        sent = request.map(Sent.init)
        self.arguments = arguments
    }
}

/// Whether a client sends cookies without being told to.
public enum CookieHandling: String, Hashable, Sendable {
    case never
    /// As pages do: those of the page's own server.
    case sameOrigin = "same-origin"
    /// It keeps those that it was sent.
    case kept
}

/// A request as far as it is known.
public struct RequestSummary: Hashable, Sendable {
    /// With the client's base before it; nil where it is not known.
    public var url: TextTemplate?
    public var method = ValueSummary()
    /// The method where nothing else is said.
    public var defaultMethod = "GET"
    /// Headers and settings, with those of the client.
    public var options = ValueSummary()
    /// The model that knows the client; what is set up for all its clients counts for this one.
    public var model = ""
    public var cookies = CookieHandling.never
    /// Whether something among the data that it sends may say who the caller is.
    public var namesProof = false

    /// Under this key a request that was made before holds the method that it has where none is set.
    static let defaultMethodKey = "default-method"
}

public struct ArgumentSummary: Hashable, Sendable {
    public var label: String?
    public var value: ValueSummary
}

/// A client that other files may use.
public struct ClientSummary: Sendable {
    public var name: String
    public var client: HTTPClient
}

/// A function that passes what it is given to a client.
public struct WrapperSummary: Sendable {
    public struct Parameter: Sendable {
        /// The name by which callers give it, where they do.
        public var label: String
        /// Takes all other keywords.
        public var takesKeywords = false
        /// Takes all other positional arguments.
        public var takesRest = false
        public var fallback: ValueSummary?
    }

    public var parameters: [Parameter]
    /// Indexes of the calls in it, among the file's.
    public var calls: [Int]
}

/// What is set up for a client from outside: default headers, interceptors.
public struct ClientAdornment: Sendable {
    /// The client: a model's name for all its clients, or a client of this or another file.
    public enum Target: Hashable, Sendable {
        case model(String)
        case local(String)
        case imported(Symbol)
    }

    public var target: Target
    public var value: ValueSummary
}
