import Engine
import Findings

/// What a run has found so far, with the texts that findings speak of.
struct CheckOutcome {
    var result: CheckResult
    var sources = RunSources([], directory: .root)
    var changes: [Change] = []
    var fixCount = 0

    /// A file that fixes change.
    struct Change {
        let file: InputFile
        let old: [UInt8]
        var new: [UInt8]
    }

    init(_ result: CheckResult) {
        self.result = result
    }

    var suppressedCounts: [Suppression.Kind: Int] {
        var counts: [Suppression.Kind: Int] = [:]
        for case let suppression? in result.findings.map(\.suppression) { counts[suppression.kind, default: 0] += 1 }
        return counts
    }

    /// Marks the findings that the base versions of their files have, too.
    mutating func markUnchanged(inputs: InputFiles, check: ProjectCheck, others: inout OtherFiles) async {
        let current = inputs.files.filter { inputs.bases[$0.path] == nil }
        let bases = inputs.files.compactMap { inputs.bases[$0.path] }
        var rest = others
        let base = await check.check(bases) { current + (await rest.files()) }
        others = rest
        let known = Set(base.findings.filter(\.isActive).map(\.fingerprint))
        for index in result.findings.indices
        where result.findings[index].isActive && known.contains(result.findings[index].fingerprint) {
            result.findings[index].suppression = Suppression(kind: .unchanged)
        }
    }
}

/// The texts that were checked.
struct RunSources: SourceProvider {
    private var texts: [String: [UInt8]] = [:]
    private let directory: AbsolutePath

    init(_ files: [InputFile], directory: AbsolutePath) {
        self.directory = directory
        for file in files {
            if case .bytes(let bytes) = file.content { texts[file.display] = bytes }
        }
    }

    mutating func replace(_ display: String, with bytes: [UInt8]) { texts[display] = bytes }

    func bytes(ofFile path: String) -> [UInt8]? {
        texts[path] ?? (try? FileReading.read(AbsolutePath(path, in: directory)))
    }
}
