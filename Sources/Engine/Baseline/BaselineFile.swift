import SourceText

extension Baseline {
    /// The version of the format that this file reads and writes.
    private static let version = "1"

    /// The file's bytes.
    public func serialized() -> [UInt8] {
        var text = "{\n  \"version\": \(Baseline.version),\n  \"findings\": ["
        for (index, entry) in entries.enumerated() {
            text += index == 0 ? "\n" : ",\n"
            text += "    {\"path\": \(JSONQuotes.quoted(entry.path)), \"rule\": \(JSONQuotes.quoted(entry.rule)), "
            text += "\"fingerprint\": \(JSONQuotes.quoted(entry.fingerprint))}"
        }
        return Array((text + (entries.isEmpty ? "]\n}\n" : "\n  ]\n}\n")).utf8)
    }

    /// Reads what `serialized` gives, in any layout and order.
    public init(parsing bytes: [UInt8]) throws(BaselineError) {
        do throws(JSONReader.Fault) {
            try self.init(JSONReader.read(bytes))
        } catch {
            let position = LineIndex(bytes).position(at: min(error.offset, bytes.count), in: bytes)
            throw BaselineError(line: position.line, column: position.byteColumn, message: error.message)
        }
    }

    private init(_ root: JSONValue) throws(JSONReader.Fault) {
        try Baseline.checkKeys(of: root, ["version", "findings"])
        guard let version = root["version"], case .number(Baseline.version) = version.content else {
            throw JSONReader.Fault(
                offset: root["version"]?.offset ?? root.offset,
                message: "'version' has to be \(Baseline.version), which is the only one that this program reads")
        }
        guard let list = root["findings"], case .array(let elements) = list.content else {
            throw JSONReader.Fault(
                offset: root["findings"]?.offset ?? root.offset, message: "'findings' has to be a list")
        }
        var entries: [Entry] = []
        for element in elements {
            try Baseline.checkKeys(of: element, ["path", "rule", "fingerprint"])
            entries.append(
                Entry(
                    path: try Baseline.string("path", in: element), rule: try Baseline.string("rule", in: element),
                    fingerprint: try Baseline.string("fingerprint", in: element)))
        }
        self.init(sorting: entries)
    }

    private static func checkKeys(of value: JSONValue, _ keys: [String]) throws(JSONReader.Fault) {
        guard case .object(let members) = value.content else {
            throw JSONReader.Fault(
                offset: value.offset, message: "expected an object with \(keys.joined(separator: ", "))")
        }
        for member in members where !keys.contains(member.key) {
            throw JSONReader.Fault(
                offset: member.value.offset,
                message: "unknown key '\(member.key)'; there are \(keys.joined(separator: ", "))")
        }
    }

    private static func string(_ key: String, in value: JSONValue) throws(JSONReader.Fault) -> String {
        guard let member = value[key], case .string(let text) = member.content else {
            throw JSONReader.Fault(offset: value[key]?.offset ?? value.offset, message: "'\(key)' has to be a string")
        }
        return text
    }
}
