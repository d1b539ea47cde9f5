import SourceText

/// The languages there are. Adding one is adding it here.
public enum Languages {
    public static let all: [any Language] = [
        PythonLanguage(), TypeScriptLanguage(), SwiftLanguage(), SQLFileLanguage(),
    ]

    /// The language that a rule file's name for it means.
    public static func named(_ name: String) -> (any Language)? {
        all.first { $0.names.contains(name) }
    }

    /// The language of a file, by the extension of its name (without the dot).
    public static func forExtension(_ fileExtension: String) -> (any Language)? {
        all.first { $0.fileExtensions.contains(fileExtension) }
    }

    /// The language of a file, by its name or path.
    public static func forFile(_ path: String) -> (any Language)? { forExtension(fileExtension(of: path)) }

    /// The extension of a file's name, without the dot, in lower case.
    public static func fileExtension(of path: String) -> String {
        guard let dot = path.lastIndex(ofByte: UInt8(ascii: ".")) else { return "" }
        let last = path[path.utf8.index(after: dot)...]
        // A dot in the name of a folder begins no extension.
        return last.utf8.contains(UInt8(ascii: "/")) ? "" : last.lowercased()
    }
}
