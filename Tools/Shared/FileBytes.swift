import Glibc

/// Reads files for the programs under Tools/, which link to this file.
enum FileBytes {
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
