import SourceText

/// Identities of findings that survive what does not matter: other lines coming and going, indentation, the wording and
/// the numbers of the message.
///
/// A fingerprint is a 128-bit hash, in 32 hexadecimal digits, of the rule, the path, the text of the finding's first
/// line without its spaces, and the number of earlier findings for which all of those are the same.
public enum Fingerprint {
    /// The fingerprint of one finding.
    /// - Parameters:
    ///   - line: the bytes of the line that the finding starts on; spaces, tabs and line endings in it do not matter.
    ///   - occurrence: 0-based, among the findings with the same rule, path and line text.
    public static func of(rule: String, path: String, line: some Sequence<UInt8>, occurrence: Int) -> String {
        var hash = StableHash()
        // A zero byte after each part: no part holds one, so no two lists of parts run together into the same bytes.
        for byte in rule.utf8 { hash.combine(byte) }
        hash.combine(0)
        for byte in path.utf8 { hash.combine(byte) }
        hash.combine(0)
        for byte in line where !isSpace(byte) { hash.combine(byte) }
        hash.combine(0)
        for byte in String(occurrence).utf8 { hash.combine(byte) }
        return hash.hexadecimal
    }

    /// Sets the fingerprints of all findings of one file, counting occurrences in the order of the report.
    /// - Parameters:
    ///   - path: the path that the fingerprints are made of, where it is not the findings' own; a baseline gives the
    ///     old path of a renamed file.
    ///   - bytes: the file as it was analysed, with its lines.
    public static func assign(
        to findings: inout [Finding], path: String? = nil, bytes: [UInt8], lines: LineIndex
    ) {
        var occurrences: [String: Int] = [:]
        for index in findings.indices.sorted(by: { findings[$0] < findings[$1] }) {
            let finding = findings[index]
            let line = min(max(finding.range.start.line, 1), lines.lineCount)
            let range = lines.range(ofLine: line, in: bytes)
            let text = bytes[range.start..<range.end]
            let name = path ?? finding.path
            let first = of(rule: finding.rule, path: name, line: text, occurrence: 0)
            let occurrence = occurrences[first, default: 0]
            occurrences[first] = occurrence + 1
            findings[index].fingerprint =
                occurrence == 0 ? first : of(rule: finding.rule, path: name, line: text, occurrence: occurrence)
        }
    }

    private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
}
