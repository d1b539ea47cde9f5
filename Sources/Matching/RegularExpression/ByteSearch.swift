/// Substring search over bytes.
public enum ByteSearch {
    /// Whether `wanted` stands anywhere in `text`. The time is bounded by the product of the lengths, so `wanted` is short.
    public static func contains(_ wanted: [UInt8], in text: [UInt8]) -> Bool {
        guard let first = wanted.first else { return true }
        let last = text.count - wanted.count
        var index = 0
        while index <= last {
            if text[index] == first, isPrefix(wanted, ofTextAt: index, text) { return true }
            index += 1
        }
        return false
    }

    private static func isPrefix(_ wanted: [UInt8], ofTextAt start: Int, _ text: [UInt8]) -> Bool {
        var offset = 1
        while offset < wanted.count {
            if text[start + offset] != wanted[offset] { return false }
            offset += 1
        }
        return true
    }
}
