/// A metavariable of a pattern with the source text that it stood for.
public struct MetavariableText: Hashable, Sendable {
    /// With its sigil: `$X`, `$...ARGS`.
    public var name: String
    public var text: String

    public init(name: String, text: String) {
        self.name = name
        self.text = text
    }
}
