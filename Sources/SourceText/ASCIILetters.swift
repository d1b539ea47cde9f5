extension UInt8 {
    /// Whether it is one of ASCII's letters `A` to `Z`.
    @inlinable public var isCapital: Bool { self &- 0x41 < 26 }

    /// Whether it is one of ASCII's letters or digits, or `_`.
    @inlinable public var isWordCharacter: Bool {
        lowercased &- 0x61 < 26 || self &- 0x30 < 10 || self == UInt8(ascii: "_")
    }

    /// Whether it is white space in ASCII, line ends among it.
    @inlinable public var isSpace: Bool { self == 0x20 || self &- 0x09 < 5 }

    /// The small letter of a capital of ASCII; every other byte as it is.
    @inlinable public var lowercased: UInt8 { isCapital ? self | 0x20 : self }
}

extension Collection<UInt8> {
    /// Whether it begins with a capital of ASCII, as names of types do.
    @inlinable public var startsWithCapital: Bool { first.map(\.isCapital) ?? false }
}
