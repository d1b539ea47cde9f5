/// A document that was read when the program was built, as string literals: making it anew costs a fraction of reading its file.
public struct YAMLPack: Sendable {
    /// The file as it was written.
    let file: StaticString
    /// `YAMLDocument.packedRecords`.
    let records: StaticString
    /// `YAMLDocument.packedText`.
    let text: StaticString

    public init(file: StaticString, records: StaticString, text: StaticString) {
        self.file = file
        self.records = records
        self.text = text
    }
}

extension YAMLDocument {
    /// The records as letters, digits and punctuation of ASCII, neither quotes nor number signs among them.
    public var packedRecords: [UInt8] { YAMLRecordCode.encode(records) }

    /// The texts of all scalars, one behind the other.
    public var packedText: [UInt8] { text }
}

/// Writes the records of a document as text. A number is a row of digits of five bits, the lowest first; each but the last has
/// the sixth bit set. What other records tell is left out: a scalar's text starts where the one before it ended, and the
/// record after a scalar is the next one.
enum YAMLRecordCode {
    private static let base: UInt8 = 0x30
    private static let more: UInt8 = 0x20

    static func encode(_ records: [YAMLRecord]) -> [UInt8] {
        var bytes: [UInt8] = []
        var start: UInt32 = 0
        for (index, record) in records.enumerated() {
            bytes.append(base + record.kind.rawValue + (record.isTaggedString ? 8 : 0))
            append(record.start - start, to: &bytes)
            append(record.end - record.start, to: &bytes)
            start = record.start
            switch record.kind {
            case .sequence, .mapping: append(record.next - UInt32(index), to: &bytes)
            case .alias: append(record.textStart, to: &bytes)
            default: append(record.textEnd - record.textStart, to: &bytes)
            }
        }
        return bytes
    }

    private static func append(_ number: UInt32, to bytes: inout [UInt8]) {
        var rest = number
        while rest > 31 {
            bytes.append(base + more + UInt8(rest & 31))
            rest >>= 5
        }
        bytes.append(base + UInt8(rest))
    }

    static func decode(_ bytes: UnsafeBufferPointer<UInt8>) -> [YAMLRecord] {
        var records: [YAMLRecord] = []
        // A record is four digits at the least, and mostly one or two more.
        records.reserveCapacity(bytes.count / 5 + 1)
        var index = 0
        var start: UInt32 = 0
        var textEnd: UInt32 = 0
        while index < bytes.count {
            let head = bytes[index] - base
            index += 1
            guard let kind = YAMLRecordKind(rawValue: head & 7) else { break }
            start += number(in: bytes, at: &index)
            var record = YAMLRecord(kind: kind, isTaggedString: head & 8 != 0, start: start, end: start)
            record.end += number(in: bytes, at: &index)
            record.next = UInt32(records.count + 1)
            let last = number(in: bytes, at: &index)
            switch kind {
            case .sequence, .mapping: record.next = UInt32(records.count) + last
            case .alias: record.textStart = last
            default:
                record.textStart = textEnd
                textEnd += last
                record.textEnd = textEnd
            }
            records.append(record)
        }
        return records
    }

    private static func number(in bytes: UnsafeBufferPointer<UInt8>, at index: inout Int) -> UInt32 {
        var number: UInt32 = 0
        var shift: UInt32 = 0
        while index < bytes.count {
            let digit = bytes[index] - base
            index += 1
            number |= UInt32(digit & 31) << shift
            if digit & more == 0 { break }
            shift += 5
        }
        return number
    }
}
