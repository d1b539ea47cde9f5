import Findings

/// The findings alone, one object a line, each as in the JSON document; for programs that read as a stream.
struct JSONLinesReporter: Reporter {
    func write(_ report: Report, options: ReportOptions, to sink: inout [UInt8]) {
        for finding in report.shown(options) {
            var json = JSONWriter(isIndented: false)
            JSONReporter.finding(finding, &json)
            sink += json.output
            sink.append(0x0A)
        }
    }
}
