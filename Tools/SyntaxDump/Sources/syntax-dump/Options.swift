import Syntax

/// What the command line asks for.
struct Options {
    var mode = ParseMode.source
    var showsNodes = true
    var showsOutline = false
    /// Lexes and parses, and prints nothing: for measuring the whole process.
    var isQuiet = false
    /// How often `--time` runs; 0 without it.
    var rounds = 0
    /// Instead of the language of the file's extension.
    var language: String?
    var paths: [String] = []

    /// Nil where the arguments are not understood.
    init?(_ arguments: some Sequence<String>) {
        var iterator = arguments.makeIterator()
        while let argument = iterator.next() {
            switch argument {
            case "--pattern": mode = .pattern
            case "--tokens-only": showsNodes = false
            case "--outline": showsOutline = true
            case "--quiet": isQuiet = true
            case "--time":
                guard let value = iterator.next().flatMap({ Int($0) }), value > 0 else { return nil }
                rounds = value
            case "--language":
                guard let value = iterator.next() else { return nil }
                language = value
            case "--files-from":
                guard let list = iterator.next(), let bytes = FileBytes.read(list) else { return nil }
                paths += bytes.split(separator: 0x0A).map { String(decoding: $0, as: UTF8.self) }
            default:
                guard !argument.hasPrefix("--") else { return nil }
                paths.append(argument)
            }
        }
        guard !paths.isEmpty else { return nil }
    }
}
