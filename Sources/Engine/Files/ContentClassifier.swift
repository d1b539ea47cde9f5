import Findings
import SourceText

/// Tells files that a person wrote from files that are not worth a review, by their bytes.
public enum ContentClassifier {
    /// The default of `--max-file-size`, in bytes. Semgrep and Biome stop at half of it; the time we need is linear in the
    /// size, and hand-written files do end below this.
    public static let defaultSizeLimit = 2 * 1024 * 1024

    /// Why the file is not to be analysed; nil where it is.
    public static func skipReason(_ bytes: [UInt8]) -> SkipReason? {
        if isBinary(bytes) { return .binary }
        if hasGeneratedHeader(bytes) { return .generated }
        if isMinified(bytes) { return .minified }
        return nil
    }

    /// A NUL in the first 8 KiB, which is also git's test. UTF-16 is binary by it, with or without a byte-order mark.
    static func isBinary(_ bytes: [UInt8]) -> Bool { bytes.prefix(8 * 1024).contains(0) }

    /// The length of the UTF-8 byte-order mark that the file starts with: 3 or 0.
    public static func byteOrderMarkLength(_ bytes: [UInt8]) -> Int {
        bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    }

    /// Nearly all bytes stand in lines that nobody would write, and there are few other lines. A single long literal in a
    /// file with code around it does not make that file minified.
    static func isMinified(_ bytes: [UInt8]) -> Bool {
        guard bytes.count >= 2048 else { return false }
        let longLine = 500
        var shortLines = 0
        var shortBytes = 0
        var length = 0
        for byte in bytes {
            if byte != 0x0A {
                length += 1
                continue
            }
            if length > 0, length < longLine {
                shortLines += 1
                shortBytes += length
                if shortLines > 50 || shortBytes * 10 > bytes.count { return false }
            }
            length = 0
        }
        return true
    }
}

// MARK: - The header of a generated file

extension ContentClassifier {
    /// Whether the comments before the first line of code say that a program wrote the file: `@generated`, `DO NOT EDIT`
    /// in capitals, or in any case "generated" together with "do not edit" or "do not modify".
    static func hasGeneratedHeader(_ bytes: [UInt8]) -> Bool {
        let header = bytes[..<headerEnd(bytes)]
        if header.isEmpty { return false }
        if contains(header, "DO NOT EDIT") || contains(header, "@generated", wholeWord: true) { return true }
        let lowercased = header.map(\.lowercased)[...]
        return contains(lowercased, "generated")
            && (contains(lowercased, "do not edit") || contains(lowercased, "do not modify"))
    }

    /// The end of the leading comment lines, at most 60 lines and 8 KiB.
    private static func headerEnd(_ bytes: [UInt8]) -> Int {
        let limit = min(bytes.count, 8 * 1024)
        var lineStart = byteOrderMarkLength(bytes)
        var isInBlock = false
        for _ in 0..<60 where lineStart < limit {
            let lineEnd = bytes[lineStart..<limit].firstIndex(of: 0x0A) ?? limit
            let line = bytes[lineStart..<lineEnd].drop { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }
            if !isInBlock, !line.isEmpty {
                guard let opening = openings.first(where: { line.starts(with: $0.utf8) }) else { return lineStart }
                isInBlock = opening == "/*" || opening == "<!--"
            }
            if isInBlock, contains(line, "*/") || contains(line, "-->") { isInBlock = false }
            lineStart = min(lineEnd + 1, limit)
        }
        return lineStart
    }

    /// How a comment line of any language that we read opens.
    private static let openings = ["//", "#", "/*", "--", "<!--"]

    private static func contains(_ text: ArraySlice<UInt8>, _ word: StaticString, wholeWord: Bool = false) -> Bool {
        word.withUTF8Buffer { word in
            guard let first = word.first, text.count >= word.count else { return false }
            var start = text.startIndex
            while start + word.count <= text.endIndex {
                if text[start] == first, text[start...].starts(with: word) {
                    let end = start + word.count
                    if !wholeWord || end == text.endIndex || !isWord(text[end]) { return true }
                }
                start += 1
            }
            return false
        }
    }

    private static func isWord(_ byte: UInt8) -> Bool {
        byte == 0x5F || (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte & 0xDF)
    }
}
