extension String {
    /// The last place of a byte below 0x80. `utf8.lastIndex(of:)` steps from index to index, which takes ten times as long.
    public func lastIndex(ofByte byte: UInt8) -> String.Index? {
        guard let place = utf8.withContiguousStorageIfAvailable({ $0.lastIndex(of: byte) }) else {
            return utf8.lastIndex(of: byte)
        }
        return place.map { utf8.index(startIndex, offsetBy: $0) }
    }
}
