import SourceText

@testable import SQL

/// SQL written for a test: `«x»` is a hole whose bytes are `x`, `‹x›` a hole known to be an identifier, `«»` an empty one.
struct MarkedSQL {
    var bytes: [UInt8] = []
    var holes: [SQLHole] = []

    init(_ marked: String) {
        var start = 0
        for character in marked {
            switch character {
            case "«", "‹": start = bytes.count
            case "»": holes.append(SQLHole(range: ByteRange(start, bytes.count)))
            case "›": holes.append(SQLHole(range: ByteRange(start, bytes.count), content: .identifier))
            default: bytes.append(contentsOf: String(character).utf8)
            }
        }
    }

    func text(_ origin: SQLOrigin = .literal) -> SQLText { SQLText(bytes, holes: holes, origin: origin) }
}

extension SQLText {
    func string(_ range: ByteRange) -> String { String(decoding: bytes[range.start..<range.end], as: UTF8.self) }
}
