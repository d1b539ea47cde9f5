import FoundationEssentials
import YAML

/// `embed-rules FOLDER OUTPUT` reads the rule and model files of a folder and writes them as string literals in a Swift file:
/// the text, and what reading it gave.
@main
struct EmbedRules {
    static func main() throws {
        guard CommandLine.arguments.count == 3 else { throw Failure(message: "usage: embed-rules FOLDER OUTPUT") }
        let folder = CommandLine.arguments[1]
        var source = Array(
            "extension BuiltinRules {\n    /// Ordered by path.\n    public static let files: [File] = [\n".utf8)
        for path in try FileManager.default.subpathsOfDirectory(atPath: folder).sorted() where isRuleFile(path) {
            let bytes = try read(folder + "/" + path)
            let document = try YAMLDocument(bytes, path: folder + "/" + path)
            source += "        File(\n            \"\(path)\", file: ".utf8
            append(bytes, to: &source)
            source += ",\n            records: ".utf8
            append(document.packedRecords, to: &source)
            source += ",\n            text: ".utf8
            append(document.packedText, to: &source)
            source += "),\n".utf8
        }
        source += "    ]\n}\n".utf8
        try Data(source).write(to: URL(filePath: CommandLine.arguments[2]), options: .atomic)
    }

    struct Failure: Error, CustomStringConvertible {
        let message: String
        var description: String { message }
    }

    /// `<pack>/<name>.yaml`; what lies deeper belongs to a fixture, and so does what has a dot in its name.
    private static func isRuleFile(_ path: String) -> Bool {
        let parts = path.split(separator: "/")
        return parts.count == 2 && path.hasSuffix(".yaml") && parts[1].split(separator: ".").count == 2
            && !parts[1].hasPrefix(".")
    }

    private static func read(_ path: String) throws -> [UInt8] {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw Failure(message: "cannot read \(path)")
        }
        return Array(data)
    }

    /// A literal of several lines. What Swift would not take as it stands there, a carriage return say, is escaped.
    private static func append(_ text: [UInt8], to source: inout [UInt8]) {
        let fence = fence(for: text)
        source += fence
        source += "\"\"\"\n".utf8
        for byte in text {
            if byte >= 0x20 && byte != 0x7F || byte == 0x0A || byte == 0x09 {
                source.append(byte)
            } else {
                source.append(UInt8(ascii: "\\"))
                source += fence
                source += "u{\(String(byte, radix: 16))}".utf8
            }
        }
        source += "\n\"\"\"".utf8
        source += fence
    }

    /// More number signs than any run of them in the text, so that neither an end of the literal nor an escape can be in it.
    private static func fence(for text: [UInt8]) -> [UInt8] {
        var longest = 0
        var run = 0
        for byte in text {
            run = byte == UInt8(ascii: "#") ? run + 1 : 0
            longest = max(longest, run)
        }
        return [UInt8](repeating: UInt8(ascii: "#"), count: longest + 1)
    }
}
