extension TokenTable {
    /// The white space, in bytes, at the start of the line on which a token starts. Lines end as the languages end them, with
    /// U+2028 and U+2029 too: a look back never passes the line end that made a token the first of its line.
    func indentation(ofLineWith token: Int, in bytes: [UInt8]) -> Int {
        var start = Int(starts[token])
        while start > 0, !Self.lineEnds(before: start, in: bytes) { start -= 1 }
        var end = start
        while end < bytes.count, bytes[end] == 0x20 || bytes[end] == 0x09 { end += 1 }
        return end - start
    }

    private static func lineEnds(before place: Int, in bytes: [UInt8]) -> Bool {
        switch bytes[place - 1] {
        case 0x0A, 0x0D: true
        case 0xA8, 0xA9: place >= 3 && bytes[place - 2] == 0x80 && bytes[place - 3] == 0xE2
        default: false
        }
    }
}
