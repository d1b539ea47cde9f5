import Engine
import Findings
import Reporting
import Rules
import SourceText

/// One run of `check`, step by step.
struct CheckRun {
    let command: CheckCommand
    let directory: AbsolutePath

    private var quiet: Bool { command.outputOptions.quiet }

    func run() async throws -> Never {
        let clock = ContinuousClock()
        let start = clock.now
        let repository = try await gitRepository()
        let (setup, inputs) = try await RunSetup.read(
            command.ruleOptions, command.selectionOptions, directory: directory, start: startFolder
        ) { settings in
            try await inputFiles(settings, repository)
        }
        let check = try ProjectCheck(setup, command.fileOptions)
        var others = OtherFiles(
            setup: setup, inputs: inputs, repository: command.comparisonOptions.staged ? repository : nil)
        var outcome = CheckOutcome(
            others.areNone ? check.check(inputs.files) : await check.check(inputs.files) { await others.files() })
        outcome.result.diagnostics += setup.diagnostics + inputs.diagnostics
        outcome.sources = RunSources(inputs.files, directory: directory)
        if !inputs.bases.isEmpty || command.comparisonOptions.diffBase != nil {
            await outcome.markUnchanged(inputs: inputs, check: check, others: &others)
        }
        try applyBaseline(to: &outcome, inputs.files)
        if command.fixOptions.isAsked {
            let fixing = FixRun(
                check: check, appliesUnsafe: command.fixOptions.unsafeFixes, inputs: inputs.files)
            let (found, sources) = (outcome.result.findings, outcome.sources)
            await fixing.run(&outcome, others: &others)
            // Nothing is changed, so all is still there.
            if command.fixOptions.diff { (outcome.result.findings, outcome.sources) = (found, sources) }
        }
        try writeFixes(of: outcome, inputs)
        let summary = RunSummary(
            filesChecked: outcome.result.filesChecked, filesSkipped: outcome.result.filesSkipped,
            suppressed: outcome.suppressedCounts, duration: nil)
        let report = Report(
            findings: outcome.result.findings, rules: descriptions(setup.library, outcome),
            diagnostics: Array(Set(outcome.result.diagnostics)), summary: summary)
        explain(report, inputs, outcome)
        try write(report, outcome, setup)
        if command.outputOptions.stats { RunStatistics.write(summary, inputs.files.count, since: start, clock: clock) }
        withExtendedLifetime((check, setup, inputs, outcome, report)) { status(of: report).leave() }
    }

    /// Errors come first: a run that cannot be trusted is neither clean nor a list of findings.
    private func status(of report: Report) -> ExitStatus {
        if report.diagnostics.contains(where: { $0.severity == .error }) { return .untrusted }
        return report.findings.contains { $0.isActive && command.failOn.isReached(by: $0) } ? .findings : .clean
    }

    // MARK: What is checked

    /// The folder whose project this is: the working directory, or that of the only path where it lies elsewhere.
    private var startFolder: AbsolutePath {
        let named = command.fileOptions.stdinFilename ?? (command.paths.count == 1 ? command.paths[0] : nil)
        guard let named else { return directory }
        let path = AbsolutePath(named, in: directory)
        if path.relativeBytes(to: directory) != nil { return directory }
        return FileStatus.isDirectory(path) ? path : path.parent ?? directory
    }

    private func gitRepository() async throws -> GitRepository? {
        guard command.comparisonOptions.staged || command.comparisonOptions.diffBase != nil else { return nil }
        return try await failing { () async throws(GitError) in try await GitRepository(containing: directory) }
    }

    private func failing<Value>(_ body: () async throws(GitError) -> Value) async throws -> Value {
        do throws(GitError) {
            return try await body()
        } catch {
            throw RunFailure(error.explanation)
        }
    }

    private func inputFiles(_ settings: RunSettings, _ repository: GitRepository?) async throws -> InputFiles {
        let options = command.fileOptions
        if let name = options.stdinFilename {
            return try .standardInput(name, in: directory, settings: settings)
        }
        let paths = command.paths.isEmpty ? ["."] : command.paths
        guard let repository else {
            return await .onDisk(paths, in: directory, ignores: !options.noIgnore, settings: settings)
        }
        let staged = command.comparisonOptions.staged
        let changes = try await failing { () async throws(GitError) in
            guard let base = command.comparisonOptions.diffBase else { return try await repository.stagedChanges() }
            return try await repository.changes(since: base, isStaged: staged)
        }
        return try await InputFiles.changed(
            changes, at: command.paths.isEmpty ? [repository.root.string] : paths, in: directory,
            repository: repository, limit: options.maxFileSize, ignores: !options.noIgnore, settings: settings)
    }

    // MARK: Baselines

    private func applyBaseline(to outcome: inout CheckOutcome, _ files: [InputFile]) throws {
        if let name = command.comparisonOptions.baseline {
            let baseline = try BaselineFiles.read(AbsolutePath(name, in: directory), name: name)
            let checked = Set(files.map(\.display))
            let gone = baseline.apply(
                to: &outcome.result.findings, sources: outcome.sources,
                isGone: { !FileStatus.exists(AbsolutePath($0, in: directory)) }, wasChecked: { checked.contains($0) })
            if !gone.isEmpty, !quiet {
                StandardError.write(
                    "lintel: \(gone.count) of \(baseline.entries.count) entries of \(name) are no longer found; "
                        + "--write-baseline \(name) drops them")
            }
        }
        if let name = command.comparisonOptions.writeBaseline {
            let baseline = Baseline(of: outcome.result.findings)
            try OutputFiles.write(baseline.serialized(), to: AbsolutePath(name, in: directory), name: name)
            if !quiet {
                StandardError.write("lintel: wrote \(Plural.of(baseline.entries.count, "finding")) to \(name)")
            }
            for index in outcome.result.findings.indices where outcome.result.findings[index].isActive {
                outcome.result.findings[index].suppression = Suppression(kind: .baseline)
            }
        }
    }

    // MARK: Output

    /// Formats that tell of all rules get those that ran; for the others only what findings name is read.
    private func descriptions(_ library: RuleLibrary, _ outcome: CheckOutcome) -> [RuleDescription] {
        let needsAll = command.outputOptions.targets.contains { $0.format.tellsOfAllRules }
        let found = Set(outcome.result.findings.map(\.rule))
        return library.descriptions { needsAll || found.contains($0) }
    }

    private func writeFixes(of outcome: CheckOutcome, _ inputs: InputFiles) throws {
        guard command.fixOptions.isAsked else { return }
        for change in outcome.changes.sorted(by: { $0.file.path < $1.file.path }) {
            if command.fixOptions.diff {
                StandardOutput.write(UnifiedDiff.bytes(from: change.old, to: change.new, path: change.file.display))
            } else if command.fileOptions.stdinFilename == nil {
                try OutputFiles.write(change.new, to: change.file.path, name: change.file.display)
            }
        }
        if let original = inputs.standardInput, !command.fixOptions.diff {
            // An editor puts this in the place of its text, so it comes even where nothing was checked.
            StandardOutput.write(outcome.changes.first?.new ?? original)
        }
        if !quiet, outcome.fixCount > 0 {
            let verb = command.fixOptions.diff ? "would fix" : "fixed"
            let findings = Plural.of(outcome.fixCount, "finding")
            StandardError.write("lintel: \(verb) \(findings) in \(Plural.of(outcome.changes.count, "file"))")
        }
    }

    private func explain(_ report: Report, _ inputs: InputFiles, _ outcome: CheckOutcome) {
        for diagnostic in report.diagnostics where !quiet || diagnostic.severity == .error {
            StandardError.write(diagnostic.placedMessage)
        }
        if !quiet { RunNotes.write(report.summary, inputs, comparing: command.comparisonOptions) }
    }

    private func write(_ report: Report, _ outcome: CheckOutcome, _ setup: RunSetup) throws {
        for target in command.outputOptions.targets {
            let isText = target.format == .text
            var bytes: [UInt8] = []
            let options = ReportOptions(
                toolVersion: ProgramVersion.text,
                usesColor: isText && target.file == nil && command.outputOptions.color.usesColor
                    || command.outputOptions.color == .always && isText,
                showsSuppressed: command.outputOptions.showSuppressed, sources: outcome.sources)
            target.format.write(report, options: options, to: &bytes)
            if let name = target.file {
                try OutputFiles.write(bytes, to: AbsolutePath(name, in: directory), name: name)
            } else if command.fixOptions.diff || command.fixOptions.isAsked && command.fileOptions.stdinFilename != nil
            {
                // Standard output holds the difference, or the mended text.
                if !quiet { StandardError.write(String(decoding: bytes, as: UTF8.self)) }
            } else {
                StandardOutput.write(bytes)
            }
        }
    }
}
