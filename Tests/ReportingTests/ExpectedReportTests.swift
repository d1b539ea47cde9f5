import FoundationEssentials
import Reporting
import Testing

/// The sample report in each format is exactly the file in `Expected`; `LINTEL_UPDATE_EXPECTED=1` writes the files
/// anew. `Tools/validate-reports` holds the same files against the formats' schemas and readers.
@Test(arguments: ReportFormat.allCases)
func reportIsAsExpected(format: ReportFormat) throws {
    try check(format, "report", suppressed: false)
}

/// Formats that can mark a suppressed finding show it when it is asked for.
@Test(arguments: [ReportFormat.text, .json, .sarif, .html])
func reportWithSuppressedFindingsIsAsExpected(format: ReportFormat) throws {
    try check(format, "suppressed", suppressed: true)
}

/// A report without findings is a whole document too.
@Test(arguments: ReportFormat.allCases)
func emptyReportIsAsExpected(format: ReportFormat) throws {
    var bytes: [UInt8] = []
    format.write(Sample.empty, options: ReportOptions(toolVersion: "1.2.3"), to: &bytes)
    try compare(bytes, with: "empty.\(format.rawValue)")
}

private func check(_ format: ReportFormat, _ name: String, suppressed: Bool) throws {
    var bytes: [UInt8] = []
    format.write(Sample.report, options: Sample.options(suppressed: suppressed), to: &bytes)
    try compare(bytes, with: "\(name).\(format.rawValue)")
}

private func compare(_ bytes: [UInt8], with name: String) throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Expected")
    let file = folder.appending(path: name)
    if ProcessInfo.processInfo.environment["LINTEL_UPDATE_EXPECTED"] == "1" {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try Data(bytes).write(to: file)
    }
    let expected = try Data(contentsOf: file)
    #expect(String(decoding: bytes, as: UTF8.self) == String(decoding: expected, as: UTF8.self), "\(name)")
}
