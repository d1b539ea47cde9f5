import YAML

/// The rule and model files of `rules/`, as they were when the program was built, read already. `files` is generated.
public enum BuiltinRules {
    /// One file.
    public struct File: Sendable {
        private let name: StaticString
        private let pack: YAMLPack

        init(_ name: StaticString, file: StaticString, records: StaticString, text: StaticString) {
            self.name = name
            pack = YAMLPack(file: file, records: records, text: text)
        }

        /// Relative to `rules/`: `api/error-envelope.yaml`.
        public var path: String { name.description }

        /// The file as messages name it: `built-in:api/error-envelope.yaml`.
        public var document: YAMLDocument { YAMLDocument(pack, path: "built-in:" + path) }
    }
}
