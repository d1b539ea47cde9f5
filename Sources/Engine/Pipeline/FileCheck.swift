import Facts
import Findings
import Rules
import SourceText
import Syntax

/// Checks single files, on any thread.
struct FileCheck: Sendable {
    let compiler: RuleCompiler
    let models: ModelCompiler
    let options: ProjectCheck.Options
    let knownRules: [String]

    /// What a file is checked for.
    enum Purpose: Equatable, Sendable {
        /// Findings, and what other files may need to know.
        case findings
        /// Findings of rules that ask for no facts, so that no other file has a say in them.
        case findingsWithoutFacts
        /// Only what other files may need to know.
        case summary
        /// What an inventory of the project tells.
        case inventory
        /// Only what functions and classes do that are asked about in another file.
        case details
        /// Only what classes inherit from that are asked about in another file.
        case bases
        /// Only the calls of functions that are asked about in another file.
        case calls(Set<CallSearch>)

        var findsAnything: Bool { self == .findings || self == .findingsWithoutFacts }
    }

    /// Reads, analyses and forgets a file.
    /// - Parameters:
    ///   - detail: what the summary tells of it.
    ///   - projectModules: what the project's files are called, where all of them are known.
    func check(
        _ input: InputFile, settings: FileSettings, purpose: Purpose, detail: SummaryDetail = .findings,
        projectModules: ProjectModules? = nil
    ) -> CheckedFile {
        var checked = CheckedFile(display: input.display)
        do throws(FileReadingError) {
            let bytes = try input.read(limit: options.sizeLimit)
            if options.skipsGenerated || ContentClassifier.skipReason(bytes) == .binary {
                checked.skipped = ContentClassifier.skipReason(bytes)
            }
            guard checked.skipped == nil else { return checked }
            analyse(bytes, input, settings, purpose, detail, projectModules, &checked)
        } catch {
            fail(error, input, purpose, &checked)
        }
        return checked
    }

    /// Those of the searches for calls that a file may have something to say to.
    func concerned(_ input: InputFile, at index: Int, by searches: CallSearches) -> [CallSearch] {
        guard searches.mayConcern(index) else { return [] }
        return (try? input.read(limit: options.sizeLimit)).map { searches.concerned(by: $0, of: index) } ?? []
    }

    /// Whether a file is of the project as the rules see it.
    private func wantsFacts(of path: FilteredPath, in language: any Language, _ settings: FileSettings) -> Bool {
        !options.respectsRulePaths || settings.active.wantsFacts(of: path, in: language)
    }

    private func fail(
        _ error: FileReadingError, _ input: InputFile, _ purpose: Purpose, _ checked: inout CheckedFile
    ) {
        if case .oversized = error {
            checked.skipped = .oversized
            return
        }
        checked.skipped = .unreadable
        // A file that a walk found and that is gone when its turn comes is nobody's mistake.
        let isGone = error == .missing && !input.isExplicit
        let message = isGone ? "was removed while the run went on; skipped" : "cannot be read: \(error.explanation)"
        let isHarmless = isGone || purpose == .summary
        checked.diagnostics.append(
            Diagnostic(severity: isHarmless ? .warning : .error, path: input.display, message: message))
    }

    private func analyse(
        _ bytes: [UInt8], _ input: InputFile, _ settings: FileSettings, _ purpose: Purpose,
        _ detail: SummaryDetail, _ projectModules: ProjectModules?, _ checked: inout CheckedFile
    ) {
        let name = String(decoding: input.path.name, as: UTF8.self)
        guard let language = Languages.forFile(name) ?? input.assumedLanguage else { return }
        let path = input.pathInProject(from: options.top)
        let filtered = FilteredPath(path)
        let wantsFacts =
            purpose == .inventory
            || purpose != .findingsWithoutFacts && self.wantsFacts(of: filtered, in: language, settings)
        guard wantsFacts || purpose.findsAnything else {
            checked.summary = SharedSummary(FileSummary(path: path, mayCall: false))
            return
        }
        let file = AnalyzedFile(
            path: path, filtered: filtered, bytes: bytes, language: language, models: models.models(for: language),
            settings: settings.project, today: options.today, projectModules: projectModules)
        if purpose == .details {
            checked.details = wantsFacts ? file.facts.details() : nil
            return
        }
        if purpose == .bases {
            checked.bases = wantsFacts ? file.facts.bases() : nil
            return
        }
        if case .calls(let searches) = purpose {
            checked.calls = file.facts.calls(searches)
            return
        }
        let runner = RuleRunner(
            candidates: purpose.findsAnything ? compiler.candidates(for: file, settings.active) : [],
            respectsPaths: options.respectsRulePaths, usesFacts: wantsFacts)
        let outcome = runner.check(file, detail: detail)
        checked.summary = (outcome.summary ?? (purpose == .findings ? FileSummary(path: path, mayCall: false) : nil))
            .map(
                SharedSummary.init)
        for rule in outcome.exhaustedRules {
            checked.diagnostics.append(
                Diagnostic(
                    severity: .warning, path: input.display,
                    message: "rule '\(rule)' took too many steps in this file and gave up; findings may be missing"))
        }
        guard purpose.findsAnything else { return }
        checked.findings = findings(outcome.matches, of: file, input, settings)
        checked.source = CheckedFile.Source(
            settings: settings,
            directives: SuppressionDirective.mayOccur(in: file.words)
                ? CheckedFile.Directives(bytes: bytes, comments: comments(of: file)) : nil)
        if !checked.isWaiting { checked.finish(knownRules: knownRules, today: options.today, answers: nil) }
    }

    private func findings(
        _ matches: [PendingMatch], of file: AnalyzedFile, _ input: InputFile, _ settings: FileSettings
    ) -> [PendingFinding] {
        // Most files have none, and then nobody needs to know where their lines start.
        if matches.isEmpty { return [] }
        // Metavariables bound in several ways make several matches of what is one finding to a reader.
        var seen = Set<PendingKey>(minimumCapacity: matches.count)
        var stems = Fingerprint.Stems(bytes: file.bytes, lines: file.lines)
        var builders: [String: FindingBuilder] = [:]
        return matches.compactMap { pending in
            let rule = pending.rule
            let builder =
                builders[rule.id]
                ?? FindingBuilder(
                    file: file, display: input.display, rule: rule,
                    level: settings.active.level(ofRule: rule.id) ?? rule.severity)
            builders[rule.id] = builder
            let finding = builder.finding(for: pending.match)
            let key = PendingKey(
                rule: rule.id, range: pending.match.range, message: finding.message,
                conditions: pending.match.conditions)
            guard seen.insert(key).inserted else { return nil }
            return PendingFinding(
                finding: finding, stem: stems.stem(of: finding), conditions: pending.match.conditions)
        }
    }

    /// What two matches have alike that a reader cannot tell apart.
    private struct PendingKey: Hashable {
        let rule: String
        let range: ByteRange
        let message: String
        let conditions: [Int32]
    }

    private func comments(of file: AnalyzedFile) -> [ByteRange] {
        file.target.tree.tokens.comments.map { ByteRange(Int($0.start), Int($0.end)) }
    }
}
