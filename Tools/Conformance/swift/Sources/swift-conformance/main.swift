/// Compares Lintel's Swift tokens and trees with SwiftParser's.
///
///     swift-conformance [--show N] [--files-from LIST] FILE...
///
/// Exit status 0 where 99.9 % of the files have the same token boundaries and 99.5 % of the spans of each kind are the same.
import Glibc

func fail(_ message: String) -> Never {
    let line = Array("swift-conformance: \(message)\n".utf8)
    _ = write(STDERR_FILENO, line, line.count)
    exit(2)
}

var shown = 40
var paths: [String] = []
var arguments = CommandLine.arguments.dropFirst().makeIterator()
while let argument = arguments.next() {
    switch argument {
    case "--show":
        guard let count = arguments.next().flatMap({ Int($0) }) else { fail("--show wants a number") }
        shown = count
    case "--files-from":
        guard let list = arguments.next().flatMap({ FileBytes.read($0) }) else { fail("--files-from wants a file") }
        paths += list.split(separator: 0x0A).map { String(decoding: $0, as: UTF8.self) }
    default: paths.append(argument)
    }
}
guard !paths.isEmpty else { fail("usage: swift-conformance [--show N] [--files-from LIST] FILE...") }
var comparison = Comparison()
for path in paths {
    guard let source = FileBytes.read(path) else { fail("cannot read \(path)") }
    comparison.add(path: path, source: source)
}
comparison.report(showing: shown)
exit(comparison.isGoodEnough ? 0 : 1)
