/// What takes the place of a `${name}` in a document.
public struct YAMLReplacement: Sendable {
    /// What a scalar becomes that is nothing but the name.
    public indirect enum Value: Sendable {
        /// A node of the same document.
        case node(YAMLNode)
        case string([UInt8])
        /// A scalar that means what it says: a number, a boolean.
        case plain([UInt8])
        case list([Value])
    }

    let value: Value
    /// What is put inside other text.
    let text: [UInt8]

    public init(_ value: Value, text: [UInt8]) {
        self.value = value
        self.text = text
    }

    /// Whether a byte may stand in a name: small letters, digits and hyphens.
    public static func isNameByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"): true
        default: false
        }
    }
}
