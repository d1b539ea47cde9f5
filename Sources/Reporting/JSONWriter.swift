/// Writes JSON (RFC 8259) as it goes, without building a tree.
///
/// The caller opens and closes what it writes through closures, so that the document is always balanced; keys and
/// values must alternate within an object.
struct JSONWriter {
    private(set) var output: [UInt8] = []
    private let isIndented: Bool
    private var depth = 0
    /// Whether the innermost container already holds something.
    private var needsComma = false
    private var followsKey = false

    /// - Parameter isIndented: two spaces a level, or all on one line.
    init(isIndented: Bool) { self.isIndented = isIndented }

    mutating func object(_ content: (inout JSONWriter) -> Void) { container(0x7B, 0x7D, content) }

    mutating func array(_ content: (inout JSONWriter) -> Void) { container(0x5B, 0x5D, content) }

    mutating func key(_ name: String) {
        startItem()
        quote(name)
        output.append(0x3A)
        if isIndented { output.append(0x20) }
        followsKey = true
    }

    mutating func string(_ value: String) {
        startItem()
        quote(value)
    }

    mutating func integer(_ value: Int) { literal(String(value)) }

    mutating func boolean(_ value: Bool) { literal(value ? "true" : "false") }

    mutating func null() { literal("null") }

    /// The shortest decimal that reads back as the same number; `null` where JSON has no such number.
    mutating func number(_ value: Double) { literal(value.isFinite ? "\(value)" : "null") }

    mutating func object(_ name: String, _ content: (inout JSONWriter) -> Void) {
        key(name)
        object(content)
    }

    mutating func array(_ name: String, _ content: (inout JSONWriter) -> Void) {
        key(name)
        array(content)
    }

    mutating func member(_ name: String, _ value: String) {
        key(name)
        string(value)
    }

    mutating func member(_ name: String, _ value: Int) {
        key(name)
        integer(value)
    }

    mutating func member(_ name: String, _ value: Bool) {
        key(name)
        boolean(value)
    }

    /// Writes `null` where there is no value.
    mutating func member(_ name: String, orNull value: String?) {
        key(name)
        if let value { string(value) } else { null() }
    }

    /// Writes `null` where there is no value.
    mutating func member(_ name: String, orNull value: Int?) {
        key(name)
        if let value { integer(value) } else { null() }
    }

    private mutating func container(_ open: UInt8, _ close: UInt8, _ content: (inout JSONWriter) -> Void) {
        startItem()
        output.append(open)
        depth += 1
        needsComma = false
        content(&self)
        depth -= 1
        if needsComma { newLine() }
        output.append(close)
        needsComma = true
    }

    private mutating func literal(_ text: String) {
        startItem()
        output += text.utf8
    }

    private mutating func startItem() {
        if followsKey {
            followsKey = false
        } else if depth > 0 {
            if needsComma { output.append(0x2C) }
            newLine()
        }
        needsComma = true
    }

    private mutating func newLine() {
        guard isIndented else { return }
        output.append(0x0A)
        for _ in 0..<depth * 2 { output.append(0x20) }
    }

    private mutating func quote(_ value: String) {
        var value = value
        output.append(0x22)
        value.withUTF8 { bytes in
            var start = 0
            for (index, byte) in bytes.enumerated() where JSONWriter.isEscaped(byte) {
                output += bytes[start..<index]
                appendEscape(of: byte)
                start = index + 1
            }
            output += bytes[start...]
        }
        output.append(0x22)
    }

    private static func isEscaped(_ byte: UInt8) -> Bool {
        byte < 0x20 || byte == 0x22 || byte == 0x5C || byte == 0x7F
    }

    private mutating func appendEscape(of byte: UInt8) {
        switch byte {
        case 0x22, 0x5C: output += [0x5C, byte]
        case 0x0A: output += [0x5C, 0x6E]
        case 0x0D: output += [0x5C, 0x72]
        case 0x09: output += [0x5C, 0x74]
        default:
            output += [0x5C, 0x75, 0x30, 0x30]
            output.append(JSONWriter.hexadecimal(byte >> 4))
            output.append(JSONWriter.hexadecimal(byte & 0xF))
        }
    }

    private static func hexadecimal(_ digit: UInt8) -> UInt8 { digit < 10 ? 0x30 + digit : 0x57 + digit }
}
