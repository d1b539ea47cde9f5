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
            for byte in line where !byte.isSpace { hash.combine(byte) }
            hash.combine(0)
            self.hash = hash
        }

        /// The fingerprint of one finding.
        /// - Parameter occurrence: 0-based, among the findings with the same stem.
        public func fingerprint(occurrence: Int) -> String {
            var hash = hash
            for byte in String(occurrence).utf8 { hash.combine(byte) }
            return hash.hexadecimal
        }
    }

    /// The stems of findings of one file. Findings of one rule on one line have the same, which is made once: lines may be long,
    /// and findings on them many.
    public struct Stems {
        private struct Place: Hashable {
            var rule: String
            var line: Int
        }

        private let path: String?
        private let bytes: [UInt8]
        private let lines: LineIndex
        private var known: [Place: Stem] = [:]

        /// - Parameters:
        ///   - path: the path that the fingerprints are made of, where it is not the findings' own; a baseline gives the old path
        ///     of a renamed file.
        ///   - bytes: the file as it was analysed, with its lines.
        public init(path: String? = nil, bytes: [UInt8], lines: LineIndex) {
            self.path = path
            self.bytes = bytes
            self.lines = lines
        }

        public mutating func stem(of finding: Finding) -> Stem {
            let line = min(max(finding.range.start.line, 1), lines.lineCount)
            let place = Place(rule: finding.rule, line: line)
            if let known = known[place] { return known }
            let range = lines.range(ofLine: line, in: bytes)
            let stem = Stem(rule: finding.rule, path: path ?? finding.path, line: bytes[range.start..<range.end])
            known[place] = stem
            return stem
        }
    }

    /// Sets the fingerprints of all findings of one file, as `Stems` has their stems.
    public static func assign(
        to findings: inout [Finding], path: String? = nil, bytes: [UInt8], lines: LineIndex
    ) {
        var stems = Stems(path: path, bytes: bytes, lines: lines)
        assign(to: &findings, stems: findings.map { stems.stem(of: $0) })
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
