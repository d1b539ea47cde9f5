/// Whether a string looks random: Shannon entropy over its bytes, as secret scanners use it.
enum StringEntropy {
    /// Bits a byte above which a string counts as random, and the shortest string that can.
    private static let threshold = 3.0
    private static let minimumLength = 8

    static func isHigh(_ text: [UInt8]) -> Bool {
        guard text.count >= minimumLength else { return false }
        var counts = [Int](repeating: 0, count: 256)
        for byte in text { counts[Int(byte)] += 1 }
        var entropy = 0.0
        for count in counts where count > 0 {
            let share = Double(count) / Double(text.count)
            entropy -= share * logarithm(share)
        }
        return entropy >= threshold && classes(text) >= 2
    }

    /// How many of lower case, upper case and digits occur.
    private static func classes(_ text: [UInt8]) -> Int {
        let digits = text.contains { $0 >= 0x30 && $0 <= 0x39 }
        let lower = text.contains { $0 >= 0x61 && $0 <= 0x7A }
        let upper = text.contains { $0 >= 0x41 && $0 <= 0x5A }
        return [digits, lower, upper].filter { $0 }.count
    }

    /// The binary logarithm of a number in (0, 1], by the series of the natural logarithm over (x - 1) / (x + 1).
    private static func logarithm(_ value: Double) -> Double {
        var mantissa = value
        var exponent = 0.0
        while mantissa < 0.5 {
            mantissa *= 2
            exponent -= 1
        }
        let ratio = (mantissa - 1) / (mantissa + 1)
        var term = ratio
        var sum = 0.0
        for index in 0..<24 {
            sum += term / Double(2 * index + 1)
            term *= ratio * ratio
        }
        return exponent + 2 * sum / 0.693_147_180_559_945_3
    }
}
