import Findings
import SourceText

/// Findings that are known and do not count, kept in a file.
///
/// The file is JSON with one entry a line, sorted, so that a change to it is readable in a diff. Entries know nothing of line
/// numbers or messages.
public struct Baseline: Sendable {
    /// One known finding.
    public struct Entry: Hashable, Sendable {
        public let path: String
        public let rule: String
        public let fingerprint: String
    }

    /// Sorted by path, rule and fingerprint, each once.
    public let entries: [Entry]

    /// The baseline of all findings that count.
    public init(of findings: [Finding]) {
        self.init(
            sorting: findings.filter(\.isActive).map {
                Entry(path: $0.path, rule: $0.rule, fingerprint: $0.fingerprint)
            })
    }

    /// Sorts the entries and drops what is there twice.
    init(sorting entries: [Entry]) {
        self.entries = Set(entries).sorted { left, right in
            if left.path != right.path { return left.path.utf8.lexicographicallyPrecedes(right.path.utf8) }
            if left.rule != right.rule { return left.rule.utf8.lexicographicallyPrecedes(right.rule.utf8) }
            return left.fingerprint.utf8.lexicographicallyPrecedes(right.fingerprint.utf8)
        }
    }
}

// MARK: - Matching

extension Baseline {
    /// Marks the findings that the baseline knows, and gives the entries that no finding answers to any more.
    ///
    /// A file that the baseline does not know takes over the entries of one that is gone, where those fit its findings
    /// best: it was renamed.
    /// - Parameters:
    ///   - findings: with their fingerprints.
    ///   - sources: the files as they were analysed.
    ///   - isGone: whether the file at a path of the baseline is no longer there.
    ///   - wasChecked: whether this run analysed the file; entries of others are not said to be gone.
    public func apply(
        to findings: inout [Finding], sources: some SourceProvider, isGone: (String) -> Bool,
        wasChecked: (String) -> Bool
    ) -> [Entry] {
        var open = Dictionary(grouping: entries, by: \.path).mapValues { entries in
            Dictionary(entries.map { ($0.fingerprint, $0) }, uniquingKeysWith: { first, _ in first })
        }
        let known = Set(open.keys)
        var unmatched: [String: [Int]] = [:]
        for index in findings.indices where findings[index].isActive {
            let path = findings[index].path
            if open[path]?.removeValue(forKey: findings[index].fingerprint) != nil {
                findings[index].suppression = Suppression(kind: .baseline)
            } else if !known.contains(path) {
                unmatched[path, default: []].append(index)
            }
        }
        var orphans = open.filter { isGone($0.key) }
        for path in unmatched.keys.sorted() where !orphans.isEmpty {
            guard let bytes = sources.bytes(ofFile: path) else { continue }
            let candidates = findings.indices.filter { findings[$0].path == path }.map { findings[$0] }
            let renamed = Renamed(candidates, bytes: bytes)
            guard let old = renamed.bestMatch(among: orphans), let entries = orphans.removeValue(forKey: old) else {
                continue
            }
            let fingerprints = renamed.fingerprints(at: old)
            var rest = entries
            for index in unmatched[path] ?? [] {
                guard let fingerprint = fingerprints[findings[index].fingerprint],
                    rest.removeValue(forKey: fingerprint) != nil
                else { continue }
                findings[index].suppression = Suppression(kind: .baseline)
            }
            open[old] = rest
        }
        return entries.filter { entry in
            open[entry.path]?[entry.fingerprint] != nil && (wasChecked(entry.path) || isGone(entry.path))
        }
    }

    /// The findings of a file that may have had another name.
    private struct Renamed {
        private let findings: [Finding]
        private let bytes: [UInt8]
        private let lines: LineIndex

        init(_ findings: [Finding], bytes: [UInt8]) {
            self.findings = findings
            self.bytes = bytes
            lines = LineIndex(bytes)
        }

        /// Of each fingerprint: what it would be if the file still were at `path`.
        func fingerprints(at path: String) -> [String: String] {
            var moved = findings
            Fingerprint.assign(to: &moved, path: path, bytes: bytes, lines: lines)
            return Dictionary(
                zip(findings.map(\.fingerprint), moved.map(\.fingerprint)), uniquingKeysWith: { first, _ in first })
        }

        /// The path with the most entries that fit; nil where none does.
        func bestMatch(among orphans: [String: [String: Entry]]) -> String? {
            var best: (path: String, count: Int)?
            for (path, entries) in orphans.sorted(by: { $0.key < $1.key }) {
                let count = fingerprints(at: path).values.count { entries[$0] != nil }
                if count > (best?.count ?? 0) { best = (path, count) }
            }
            return best?.path
        }
    }
}
