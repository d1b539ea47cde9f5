/// The languages there are. Adding one is adding it here.
public enum Languages {
    public static let all: [any Language] = [PythonLanguage(), TypeScriptLanguage(), SwiftLanguage(), SQLFileLanguage()]

    /// The language that a rule file's name for it means.
    public static func named(_ name: String) -> (any Language)? {
        all.first { $0.names.contains(name) }
    }

    /// The language of a file, by the extension of its name (without the dot).
    public static func forExtension(_ fileExtension: String) -> (any Language)? {
        all.first { $0.fileExtensions.contains(fileExtension) }
    }
}
