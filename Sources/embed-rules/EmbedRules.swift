import FoundationEssentials

/// `embed-rules FOLDER OUTPUT` writes the rule and model files of a folder as string literals in a Swift file.
@main
struct EmbedRules {
    static func main() throws {
        guard CommandLine.arguments.count == 3 else { throw Failure(message: "usage: embed-rules FOLDER OUTPUT") }
        let folder = CommandLine.arguments[1]
        var source = "extension BuiltinRules {\n    static let texts: [(path: StaticString, text: StaticString)] = [\n"
        for path in try FileManager.default.subpathsOfDirectory(atPath: folder).sorted() where isRuleFile(path) {
            let text = String(decoding: try read(folder + "/" + path), as: UTF8.self)
            let fence = fence(for: text)
            source += "        (\(fence)\"\(path)\"\(fence), \(fence)\"\"\"\n\(text)\n\"\"\"\(fence)),\n"
        }
        source += "    ]\n}\n"
        try Data(source.utf8).write(to: URL(filePath: CommandLine.arguments[2]), options: .atomic)
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

    private static func read(_ path: String) throws -> Data {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw Failure(message: "cannot read \(path)")
        }
        return data
    }

    /// More number signs than any run of them in the text, so that neither an end of the literal nor an escape can be in it.
    private static func fence(for text: String) -> String {
        var longest = 0
        var run = 0
        for byte in text.utf8 {
            run = byte == UInt8(ascii: "#") ? run + 1 : 0
            longest = max(longest, run)
        }
        return String(repeating: "#", count: longest + 1)
    }
}
