/// Writes indented XML as it goes.
struct XMLWriter {
    private(set) var output: [UInt8] = Array("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".utf8)
    private var depth = 0

    /// An element with nothing in it.
    mutating func element(_ name: String, _ attributes: [(String, String)]) {
        open(name, attributes)
        output += "/>\n".utf8
    }

    /// An element around text.
    mutating func element(_ name: String, _ attributes: [(String, String)], text: String) {
        open(name, attributes)
        output.append(0x3E)
        MarkupText.append(text, to: &output)
        output += "</\(name)>\n".utf8
    }

    /// An element around elements.
    mutating func element(_ name: String, _ attributes: [(String, String)], _ content: (inout XMLWriter) -> Void) {
        open(name, attributes)
        output += ">\n".utf8
        depth += 1
        content(&self)
        depth -= 1
        indent()
        output += "</\(name)>\n".utf8
    }

    private mutating func open(_ name: String, _ attributes: [(String, String)]) {
        indent()
        output.append(0x3C)
        output += name.utf8
        for (key, value) in attributes {
            output += " \(key)=\"".utf8
            MarkupText.append(value, to: &output)
            output.append(0x22)
        }
    }

    private mutating func indent() {
        for _ in 0..<depth * 2 { output.append(0x20) }
    }
}
