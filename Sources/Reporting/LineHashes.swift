/// The hash of each line of a file by which GitHub recognises an alert after the lines around it have moved.
///
/// The algorithm is that of github/codeql-action, `src/fingerprints.ts`: a rolling polynomial hash (factor 37, 64 bits)
/// over the 100 UTF-16 units from the start of the line on, without spaces and tabs and with every line ending as LF;
/// the file ends with 0xFFFF and as many zeros as the window needs. A second number counts the earlier lines with the
/// same hash.
struct LineHashes {
    private let lines: [(hash: UInt64, occurrence: Int)]

    init(_ bytes: [UInt8]) {
        var state = RollingLineHash()
        // The standard library repairs invalid UTF-8 in the same way as the stream decoder of the original.
        for unit in String(decoding: bytes, as: UTF8.self).utf16 { state.process(unit) }
        state.finish()
        lines = state.lines
    }

    /// `<hash>:<occurrence>` for a 1-based line; nil where the file has no such line.
    subscript(line: Int) -> String? {
        guard line >= 1, line <= lines.count else { return nil }
        return "\(String(lines[line - 1].hash, radix: 16)):\(lines[line - 1].occurrence)"
    }
}

private struct RollingLineHash {
    private(set) var lines: [(hash: UInt64, occurrence: Int)] = []
    private static let factor: UInt64 = 37
    private static let windowSize = 100
    private static let endOfFile: UInt16 = 0xFFFF

    private var window = [UInt64](repeating: 0, count: windowSize)
    /// Whether the unit at the same place of the window starts a line whose hash is still to come.
    private var startsLine = [Bool](repeating: false, count: windowSize)
    private var index = 0
    private var hash: UInt64 = 0
    private var isLineStart = true
    private var followsCarriageReturn = false
    private var occurrences: [UInt64: Int] = [:]
    /// `factor` to the power of the window's size: the weight of the unit that leaves the window.
    private let leavingWeight: UInt64 = (0..<windowSize).reduce(1) { weight, _ in weight &* factor }

    mutating func process(_ unit: UInt16) {
        if unit == 0x20 || unit == 0x09 || (followsCarriageReturn && unit == 0x0A) {
            followsCarriageReturn = false
            return
        }
        followsCarriageReturn = unit == 0x0D
        let current = unit == 0x0D ? 0x0A : unit
        emitIfDue()
        startsLine[index] = isLineStart
        isLineStart = current == 0x0A
        shift(in: UInt64(current))
    }

    mutating func finish() {
        process(RollingLineHash.endOfFile)
        for _ in 0..<RollingLineHash.windowSize {
            emitIfDue()
            shift(in: 0)
        }
    }

    /// When the window comes round to the start of a line, its hash covers that line's first units.
    private mutating func emitIfDue() {
        guard startsLine[index] else { return }
        startsLine[index] = false
        let occurrence = occurrences[hash, default: 0] + 1
        occurrences[hash] = occurrence
        lines.append((hash, occurrence))
    }

    private mutating func shift(in unit: UInt64) {
        hash = RollingLineHash.factor &* hash &+ unit &- leavingWeight &* window[index]
        window[index] = unit
        index = (index + 1) % RollingLineHash.windowSize
    }
}
