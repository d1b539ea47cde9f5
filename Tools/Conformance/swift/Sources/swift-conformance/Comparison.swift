/// The counts over all files, and where the two parsers disagree.
struct Comparison {
    private(set) var files = 0
    private(set) var bytes = 0
    private(set) var rejected: [String] = []
    private var filesWithOtherTokens = 0
    private var same: [SpanKind: Int] = [:]
    private var all: [SpanKind: Int] = [:]
    private var disagreements: [String] = []

    mutating func add(path: String, source: [UInt8]) {
        guard let reference = Reference.findings(in: source) else { return rejected.append(path) }
        let ours = Ours.findings(in: source)
        files += 1
        bytes += source.count
        let theirTokens = reference.tokens(joining: reference.atoms)
        let ourTokens = ours.tokens(joining: reference.atoms)
        if theirTokens != ourTokens {
            filesWithOtherTokens += 1
            let place = zip(theirTokens, ourTokens).first { $0 != $1 }?.0 ?? theirTokens.last ?? Span(start: 0, end: 0)
            note("tokens", path, source, place)
        }
        for kind in SpanKind.allCases {
            let theirs = reference.spans[kind] ?? []
            let found = ours.spans[kind] ?? []
            same[kind, default: 0] += theirs.intersection(found).count
            all[kind, default: 0] += theirs.union(found).count
            for span in theirs.subtracting(found).sorted().prefix(2) { note("\(kind) not found", path, source, span) }
            for span in found.subtracting(theirs).sorted().prefix(2) { note("\(kind) too many", path, source, span) }
        }
    }

    private mutating func note(_ what: String, _ path: String, _ source: [UInt8], _ span: Span) {
        let line = source[..<span.start].count { $0 == 0x0A } + 1
        let text = String(decoding: source[span.start..<min(span.end, span.start + 60)], as: UTF8.self)
        disagreements.append("\(what): \(path):\(line): \(text.split(separator: "\n").first ?? "")")
    }

    func report(showing limit: Int) {
        for line in disagreements.prefix(limit) { print(line) }
        print("\(files) files, \(bytes) bytes; \(rejected.count) more that SwiftParser finds wrong")
        print(
            "files with the same tokens: \(files - filesWithOtherTokens) of \(files), \(Self.percent(files - filesWithOtherTokens, files))"
        )
        for kind in SpanKind.allCases {
            print("\(kind): \(same[kind] ?? 0) of \(all[kind] ?? 0), \(Self.percent(same[kind] ?? 0, all[kind] ?? 0))")
        }
    }

    /// Whether 99.9 % of the files have the same tokens and 99.5 % of the spans of each kind are identical.
    var isGoodEnough: Bool {
        files > 0 && (files - filesWithOtherTokens) * 1000 >= files * 999
            && SpanKind.allCases.allSatisfy { (same[$0] ?? 0) * 1000 >= (all[$0] ?? 0) * 995 }
    }

    private static func percent(_ part: Int, _ whole: Int) -> String {
        guard whole > 0 else { return "-" }
        let hundredths = part * 10_000 / whole
        return "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100) %"
    }
}
