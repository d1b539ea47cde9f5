import ArgumentParser
import Engine
import Glibc
import Reporting

/// How and where the report is written.
struct OutputOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "text, json, jsonl, sarif, github, gitlab, junit, checkstyle, rdjson or html; FORMAT:FILE writes to a file. "
                + "Can be repeated.",
            valueName: "format"))
    var format: [RequestedFormat] = []

    @Option(
        name: [.long, .short], help: ArgumentHelp("Write the report here, not to standard output.", valueName: "file"))
    var output: String?

    @Option(help: ArgumentHelp("auto, always or never.", valueName: "when"))
    var color: ColorChoice = .auto

    @Flag(help: "Show findings that are suppressed, too, marked as such.")
    var showSuppressed = false

    @Flag(name: [.long, .short], help: "Say nothing on standard error but errors.")
    var quiet = false

    @Flag(help: "Say on standard error how long the run took and what it used.")
    var stats = false

    /// The formats, each with its file; nil for standard output.
    var targets: [(format: ReportFormat, file: String?)] {
        let requested = format.isEmpty ? [RequestedFormat(format: .text, file: nil)] : format
        return requested.map { ($0.format, $0.file ?? output) }
    }

    func validate() throws {
        if format.count(where: { $0.file == nil }) > 1 {
            throw ValidationError(
                "only one format can go to \(output ?? "standard output"); write others as FORMAT:FILE")
        }
        if output != nil, !format.isEmpty, format.allSatisfy({ $0.file != nil }) {
            throw ValidationError("every --format has its own file, which leaves nothing for --output")
        }
    }
}

/// `FORMAT` or `FORMAT:FILE`.
struct RequestedFormat: ExpressibleByArgument {
    let format: ReportFormat
    let file: String?

    init(format: ReportFormat, file: String?) {
        self.format = format
        self.file = file
    }

    init?(argument: String) {
        let parts = argument.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        guard let format = ReportFormat(rawValue: String(parts[0])), parts.last?.isEmpty == false else { return nil }
        self.format = format
        file = parts.count > 1 ? String(parts[1]) : nil
    }
}

enum ColorChoice: String, ExpressibleByArgument, CaseIterable {
    case auto, always, never

    /// Whether text on standard output is coloured (https://no-color.org).
    var usesColor: Bool {
        switch self {
        case .always: true
        case .never: false
        case .auto: StandardOutput.isTerminal && !Self.isSet("NO_COLOR") && Self.value("TERM") != "dumb"
        }
    }

    private static func isSet(_ name: String) -> Bool { value(name).map { !$0.isEmpty } ?? false }

    private static func value(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }
}
