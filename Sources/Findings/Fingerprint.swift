import SourceText

/// Identities of findings that survive what does not matter: other lines coming and going, indentation, the wording and
/// the numbers of the message.
///
/// A fingerprint is a 128-bit hash, in 32 hexadecimal digits, of the rule, the path, the text of the finding's first
/// line without its spaces, and the number of earlier findings for which all of those are the same.
public enum Fingerprint {
    /// What the fingerprints of all findings of one rule on lines of one text in one file have in common.
    public struct Stem: Hashable, Sendable {
        private let hash: StableHash

        /// - Parameter line: the bytes of the line that the finding starts on; spaces, tabs and line endings in it do not
        ///   matter.
        public init(rule: String, path: String, line: some Sequence<UInt8>) {
            var hash = StableHash()
            // A zero byte after each part: no part holds one, so no two lists of parts run together into the same bytes.
            for byte in rule.utf8 { hash.combine(byte) }
            hash.combine(0)
            for byte in path.utf8 { hash.combine(byte) }
            hash.combine(0)
            for byte in line where !Stem.isSpace(byte) { hash.combine(byte) }
            hash.combine(0)
            self.hash = hash
        }

        /// - Parameters:
        ///   - path: the path that the fingerprint is made of, where it is not the finding's own; a baseline gives the
        ///     old path of a renamed file.
        ///   - bytes: the file as it was analysed, with its lines.
        public init(_ finding: Finding, path: String? = nil, bytes: [UInt8], lines: LineIndex) {
            let range = lines.range(ofLine: min(max(finding.range.start.line, 1), lines.lineCount), in: bytes)
            self.init(rule: finding.rule, path: path ?? finding.path, line: bytes[range.start..<range.end])
        }

        /// The fingerprint of one finding.
        /// - Parameter occurrence: 0-based, among the findings with the same stem.
        public func fingerprint(occurrence: Int) -> String {
            var hash = hash
            for byte in String(occurrence).utf8 { hash.combine(byte) }
            return hash.hexadecimal
        }

        private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
    }

    /// Sets the fingerprints of all findings of one file, counting occurrences in the order of the report.
    /// - Parameter stems: those of the findings, in the same order.
    public static func assign(to findings: inout [Finding], stems: [Stem]) {
        var occurrences: [Stem: Int] = [:]
        for index in findings.indices.sorted(by: { findings[$0] < findings[$1] }) {
            let occurrence = occurrences[stems[index], default: 0]
            occurrences[stems[index]] = occurrence + 1
            findings[index].fingerprint = stems[index].fingerprint(occurrence: occurrence)
        }
    }
}
