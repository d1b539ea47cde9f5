/// The rule and model files of `rules/`, as they were when the program was built. `texts` is generated.
public enum BuiltinRules {
    /// One file.
    public struct File: Sendable {
        /// Relative to `rules/`: `api/error-envelope.yaml`.
        public let path: String
        private let text: StaticString

        init(path: StaticString, text: StaticString) {
            self.path = path.description
            self.text = text
        }

        /// The file's text.
        public var bytes: [UInt8] { text.withUTF8Buffer { Array($0) } }
    }

    /// All files, ordered by path.
    public static let files: [File] = texts.map { File(path: $0.path, text: $0.text) }
}
