/// FNV-1a with 128 bits: the same on every machine and in every run, unlike `Hasher`. Not for secrets.
///
/// Offset basis and prime are those of RFC 9923.
struct StableHash: Hashable {
    private var value: UInt128 = 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d
    private static let prime: UInt128 = 0x0000_0000_0100_0000_0000_0000_0000_013b

    mutating func combine(_ byte: UInt8) {
        value = (value ^ UInt128(byte)) &* StableHash.prime
    }

    /// The hash in 32 lower-case hexadecimal digits.
    var hexadecimal: String {
        let digits = String(value, radix: 16)
        return String(repeating: "0", count: 32 - digits.utf8.count) + digits
    }
}
