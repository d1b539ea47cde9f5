import Syntax

/// A file to dump, with its language.
struct Input {
    let path: String
    let bytes: [UInt8]
    let language: any Language
    let fileExtension: String

    init?(path: String, language name: String?) {
        let extensionStart = path.lastIndex(of: ".").map { path.index(after: $0) } ?? path.endIndex
        fileExtension = String(path[extensionStart...])
        let found = name.map { Languages.named($0) } ?? Languages.forExtension(fileExtension)
        guard let found, let bytes = FileBytes.read(path) else { return nil }
        self.path = path
        self.bytes = bytes
        language = found
    }
}
