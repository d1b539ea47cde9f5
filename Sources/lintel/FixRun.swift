import Engine
import Findings

/// Applies fixes until there is nothing left to fix, checking anew what each pass has changed.
struct FixRun {
    let check: ProjectCheck
    let appliesUnsafe: Bool
    let inputs: [InputFile]

    func run(_ outcome: inout CheckOutcome, others: inout OtherFiles) async {
        var texts: [AbsolutePath: [UInt8]] = [:]
        for _ in 0..<FixPasses.defaultLimit {
            let changed = apply(&outcome, &texts)
            if changed.isEmpty { break }
            let files = current(texts).filter { changed.contains($0.path) }
            let rest = current(texts).filter { !changed.contains($0.path) }
            var unread = others
            let again = await check.check(files) { rest + (await unread.files()) }
            others = unread
            let displays = Set(files.map(\.display))
            // What does not count for a comment in the file is decided anew; what was known before is known by its text.
            outcome.replaceFindings(ofFiles: displays, with: again.findings)
        }
    }

    /// The input files as they are now.
    private func current(_ texts: [AbsolutePath: [UInt8]]) -> [InputFile] {
        inputs.map { file in
            guard let bytes = texts[file.path] else { return file }
            return InputFile(
                path: file.path, display: file.display, content: .bytes(bytes), isExplicit: file.isExplicit)
        }
    }

    /// One pass; gives the files that it changed.
    private func apply(_ outcome: inout CheckOutcome, _ texts: inout [AbsolutePath: [UInt8]]) -> Set<AbsolutePath> {
        var changed: Set<AbsolutePath> = []
        let findings = Dictionary(grouping: outcome.result.findings.filter(isMendable), by: \.path)
        for file in inputs {
            guard let findings = findings[file.display]?.sorted(),
                let old = texts[file.path] ?? outcome.sources.bytes(ofFile: file.display)
            else { continue }
            let pass = FixApplication(findings.compactMap(\.fix), to: old)
            if pass.applied.isEmpty || pass.bytes == old { continue }
            changed.insert(file.path)
            texts[file.path] = pass.bytes
            outcome.record(pass.bytes, from: old, of: file, count: pass.applied.count)
        }
        return changed
    }

    private func isMendable(_ finding: Finding) -> Bool {
        finding.isActive && (finding.fix.map { $0.isSafe || appliesUnsafe } ?? false)
    }
}

extension CheckOutcome {
    fileprivate mutating func record(_ new: [UInt8], from old: [UInt8], of file: InputFile, count: Int) {
        fixCount += count
        sources.replace(file.display, with: new)
        if let index = changes.firstIndex(where: { $0.file.path == file.path }) {
            changes[index].new = new
        } else {
            changes.append(Change(file: file, old: old, new: new))
        }
    }

    fileprivate mutating func replaceFindings(ofFiles displays: Set<String>, with findings: [Finding]) {
        let known = result.findings.filter {
            displays.contains($0.path) && $0.suppression.map { $0.kind != .comment } ?? false
        }
        let suppressions = Dictionary(
            known.map { ($0.fingerprint, $0.suppression) }, uniquingKeysWith: { first, _ in first })
        result.findings.removeAll { displays.contains($0.path) }
        result.findings += findings.map { finding in
            var finding = finding
            if finding.isActive, let suppression = suppressions[finding.fingerprint] {
                finding.suppression = suppression
            }
            return finding
        }
    }
}
