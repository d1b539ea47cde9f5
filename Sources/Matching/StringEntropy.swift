/// Whether a string looks random, as `metavariable-analysis: entropy` asks: it is unlikely as text of words.
///
/// Each character costs the bits that a coarse model of English and of identifiers gives it after the one before. A string
/// is random where it holds much information in all and much a character, so that long words are not, nor short keys.
enum StringEntropy {
    /// Bits in all above which a string can be random.
    private static let leastInformation = 64.0
    /// Bits a character above which it is.
    private static let leastDensity = 4.8

    static func isHigh(_ text: [UInt8]) -> Bool {
        guard let first = text.first, !text.allSatisfy({ $0 == first }) else { return false }
        let information = zip(text, text.dropFirst()).reduce(cost(of: first)) { $0 + cost(of: $1.1, after: $1.0) }
        return information > leastInformation && information / Double(text.count) > leastDensity
    }

    private static func cost(of byte: UInt8) -> Double { byte == UInt8(ascii: " ") ? 2 : 5 }

    private static func cost(of byte: UInt8, after previous: UInt8) -> Double {
        let (left, right) = (previous | 0x20, byte | 0x20)
        if isLetter(left), isLetter(right) {
            return isCommon(left, right) ? 3 : 6.5
        }
        switch byte {
        case UInt8(ascii: " "), UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "/"): return 2.5
        case UInt8(ascii: "0")...UInt8(ascii: "9"): return 6
        default: return isLetter(right) ? 4.5 : 6
        }
    }

    private static func isLetter(_ byte: UInt8) -> Bool { byte >= UInt8(ascii: "a") && byte <= UInt8(ascii: "z") }

    /// Whether the pair is among those that make up four fifths of English text.
    private static func isCommon(_ left: UInt8, _ right: UInt8) -> Bool {
        commonPairs.withUTF8Buffer { pairs in
            stride(from: 0, to: pairs.count - 1, by: 2).contains { pairs[$0] == left && pairs[$0 + 1] == right }
        }
    }

    private static let commonPairs: StaticString = """
        thheineranreonatenndtiesorteofedisitalarsttontngsehaasouiolevecomedehiriroicneearacelichllbemasiomurcaeltalansdi\
        fohopeecprnoctusacotiltrlyncetutsssorsunlowageiewheewiemadolrtpowenaulnitsmoowpaimmiaishirsuidosiviaamficiviplig\
        tuevldrympfeblabghtyopwosaayexkefrooavagifapgrodbosprddoucbueiovbyrmepttocfaefcurnscgidayocrcldugaquueffbaeylsva\
        umppuauplugohtruugdsltpircrregauckewmubrbiptakpuuirgibtlnykirkys
        """
}
