/// A JSON value (RFC 8259) with the byte offset at which it starts.
struct JSONValue {
    indirect enum Content {
        case null
        case boolean(Bool)
        /// As written.
        case number(String)
        case string(String)
        case array([JSONValue])
        /// In the order of the file; a key that stands twice is an error.
        case object([(key: String, value: JSONValue)])
    }

    let content: Content
    let offset: Int

    /// The member of an object.
    subscript(key: String) -> JSONValue? {
        guard case .object(let members) = content else { return nil }
        return members.first { $0.key == key }?.value
    }
}

/// Reads JSON strictly, and says where it is broken.
struct JSONReader {
    struct Fault: Error {
        let offset: Int
        let message: String
    }

    /// Deeper than any file that we write.
    private static let maximumDepth = 64

    private let bytes: [UInt8]
    private var index = 0

    /// The value that the bytes are.
    static func read(_ bytes: [UInt8]) throws(Fault) -> JSONValue {
        var reader = JSONReader(bytes: bytes)
        let value = try reader.value(depth: 0)
        reader.skipSpace()
        if reader.index < bytes.count { throw reader.fault("expected the end of the file") }
        return value
    }

    private init(bytes: [UInt8]) {
        self.bytes = bytes
        index = ContentClassifier.byteOrderMarkLength(bytes)
    }

    private func fault(_ message: String) -> Fault { Fault(offset: index, message: message) }

    private var current: UInt8? { index < bytes.count ? bytes[index] : nil }

    private mutating func skipSpace() {
        while let byte = current, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { index += 1 }
    }

    private mutating func take(_ byte: UInt8) -> Bool {
        guard current == byte else { return false }
        index += 1
        return true
    }

    private mutating func take(word: StaticString) -> Bool {
        let matches = word.withUTF8Buffer { bytes[index...].starts(with: $0) }
        if matches { index += word.utf8CodeUnitCount }
        return matches
    }

    private mutating func value(depth: Int) throws(Fault) -> JSONValue {
        if depth > JSONReader.maximumDepth { throw fault("nested too deeply") }
        skipSpace()
        let offset = index
        let content: JSONValue.Content
        switch current {
        case UInt8(ascii: "{"): content = try object(depth: depth)
        case UInt8(ascii: "["): content = try array(depth: depth)
        case UInt8(ascii: "\""): content = .string(try string())
        case UInt8(ascii: "-"), (UInt8(ascii: "0")...UInt8(ascii: "9"))?: content = number()
        case nil: throw fault("the file ends where a value was expected")
        default:
            if take(word: "true") {
                content = .boolean(true)
            } else if take(word: "false") {
                content = .boolean(false)
            } else if take(word: "null") {
                content = .null
            } else {
                throw fault("expected a value")
            }
        }
        return JSONValue(content: content, offset: offset)
    }

    private mutating func object(depth: Int) throws(Fault) -> JSONValue.Content {
        index += 1
        var members: [(key: String, value: JSONValue)] = []
        var keys: Set<String> = []
        skipSpace()
        if take(UInt8(ascii: "}")) { return .object(members) }
        while true {
            skipSpace()
            let start = index
            guard current == UInt8(ascii: "\"") else { throw fault("expected a key in double quotes") }
            let key = try string()
            guard keys.insert(key).inserted else {
                throw Fault(offset: start, message: "the key '\(key)' is there twice")
            }
            skipSpace()
            guard take(UInt8(ascii: ":")) else { throw fault("expected ':' after the key '\(key)'") }
            members.append((key, try value(depth: depth + 1)))
            skipSpace()
            if take(UInt8(ascii: "}")) { return .object(members) }
            guard take(UInt8(ascii: ",")) else { throw fault("expected ',' or '}'") }
        }
    }

    private mutating func array(depth: Int) throws(Fault) -> JSONValue.Content {
        index += 1
        var elements: [JSONValue] = []
        skipSpace()
        if take(UInt8(ascii: "]")) { return .array(elements) }
        while true {
            elements.append(try value(depth: depth + 1))
            skipSpace()
            if take(UInt8(ascii: "]")) { return .array(elements) }
            guard take(UInt8(ascii: ",")) else { throw fault("expected ',' or ']'") }
        }
    }

    private mutating func number() -> JSONValue.Content {
        let start = index
        while let byte = current, (0x30...0x39).contains(byte) || [0x2B, 0x2D, 0x2E, 0x45, 0x65].contains(byte) {
            index += 1
        }
        return .number(String(decoding: bytes[start..<index], as: UTF8.self))
    }

    private mutating func string() throws(Fault) -> String {
        let start = index
        index += 1
        var text: [UInt8] = []
        while let byte = current {
            index += 1
            switch byte {
            case UInt8(ascii: "\""): return String(decoding: text, as: UTF8.self)
            case UInt8(ascii: "\\"): try escape(into: &text)
            case 0..<0x20: throw Fault(offset: index - 1, message: "a control character in a string")
            default: text.append(byte)
            }
        }
        throw Fault(offset: start, message: "the string does not end")
    }

    private mutating func escape(into text: inout [UInt8]) throws(Fault) {
        guard let byte = current else { throw fault("the string does not end") }
        index += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(byte)
        case UInt8(ascii: "b"): text.append(0x08)
        case UInt8(ascii: "f"): text.append(0x0C)
        case UInt8(ascii: "n"): text.append(0x0A)
        case UInt8(ascii: "r"): text.append(0x0D)
        case UInt8(ascii: "t"): text.append(0x09)
        case UInt8(ascii: "u"): text += try unicodeEscape()
        default: throw Fault(offset: index - 2, message: "an unknown escape in a string")
        }
    }

    /// The scalar of `\uXXXX`, or of two that are a surrogate pair; a surrogate alone is U+FFFD.
    private mutating func unicodeEscape() throws(Fault) -> [UInt8] {
        let first = try codeUnit()
        var units = [first]
        if UTF16.isLeadSurrogate(first), bytes[index...].starts(with: [0x5C, 0x75]) {
            let start = index
            index += 2
            let second = try codeUnit()
            if UTF16.isTrailSurrogate(second) { units.append(second) } else { index = start }
        }
        return Array(String(decoding: units, as: UTF16.self).utf8)
    }

    private mutating func codeUnit() throws(Fault) -> UInt16 {
        guard index + 4 <= bytes.count,
            bytes[index..<(index + 4)].allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }),
            let unit = UInt16(String(decoding: bytes[index..<(index + 4)], as: UTF8.self), radix: 16)
        else { throw fault("expected four hexadecimal digits") }
        index += 4
        return unit
    }
}
