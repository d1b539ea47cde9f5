/// A piece of code in a rule's documentation.
public struct CodeExample: Hashable, Sendable {
    /// The name by which Markdown highlights the language: `typescript`, `python`, `swift`, `sql`.
    public var language: String
    public var code: String

    public init(language: String, code: String) {
        self.language = language
        self.code = code
    }
}
