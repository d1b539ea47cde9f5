/// What configuration and manifests say of the project that a file belongs to, as far as facts depend on it.
public struct ProjectSettings: Sendable {
    /// Packages named in the project's manifests; empty where there is none.
    public var packages: Set<String> = []
    /// Names that authenticate, beside those of the models.
    public var authenticatingNames: [String] = []
    /// The header by which callers prove who they are.
    public var authenticationHeader = "Authorization"
    /// `METHOD path` patterns of routes that are public; `*` is one segment, `**` any number.
    public var publicRoutes: [String] = []

    /// What error responses look like; nil where the project's own majority decides.
    public var errorEnvelope: EnvelopeContract? = .flat
    /// What successful responses look like, where that is agreed.
    public var successEnvelope: EnvelopeContract?
    public var cacheKey = "{service}:{resource}:{identifier}:{version}"

    public init() {}
}
