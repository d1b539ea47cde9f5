import SourceText

extension String {
    /// What stands before the first dot of a dotted name; all of it where there is none.
    var firstDottedPart: String { utf8.firstIndex(of: UInt8(ascii: ".")).map { String(self[..<$0]) } ?? self }

    /// What stands behind the last dot of a dotted name; all of it where there is none.
    var lastDottedPart: String { memberPart ?? self }

    /// What stands behind the last dot of a dotted name; nil where there is none.
    var memberPart: String? {
        lastIndex(ofByte: UInt8(ascii: ".")).map { String(self[utf8.index(after: $0)...]) }
    }
}
