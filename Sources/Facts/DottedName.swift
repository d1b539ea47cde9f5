extension String {
    /// What stands behind the last dot of a dotted name; all of it where there is none.
    var lastDottedPart: String {
        utf8.lastIndex(of: UInt8(ascii: ".")).map { String(self[utf8.index(after: $0)...]) } ?? self
    }
}
