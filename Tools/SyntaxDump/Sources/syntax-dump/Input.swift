import Glibc
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
        guard let found, let bytes = Self.read(path) else { return nil }
        self.path = path
        self.bytes = bytes
        language = found
    }

    /// The bytes of a file; nil where it cannot be read.
    static func read(_ path: String) -> [UInt8]? {
        guard let file = fopen(path, "rb") else { return nil }
        defer { fclose(file) }
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let length = fread(&chunk, 1, chunk.count, file)
            if length == 0 { break }
            bytes += chunk[0..<length]
        }
        return ferror(file) == 0 ? bytes : nil
    }
}
