/// Writes HTML as it goes: markup as it stands, everything else escaped.
struct HTMLWriter {
    private(set) var output: [UInt8] = []

    /// Markup from this module, never from a finding.
    mutating func raw(_ markup: String) { output += markup.utf8 }

    /// Text of any origin.
    mutating func text(_ text: String) { MarkupText.append(text, to: &output) }

    /// Text of any origin in which what stands between backticks is code.
    mutating func prose(_ text: String) {
        let parts = text.split(separator: "`", omittingEmptySubsequences: false)
        for (index, part) in parts.enumerated() {
            // Odd parts stand between backticks; the last one only where its closing backtick is missing.
            if index % 2 == 0 {
                self.text(String(part))
            } else if index == parts.count - 1 {
                self.text("`" + part)
            } else {
                element("code", "", String(part))
            }
        }
    }

    /// Text of any origin within an element; `attributes` is markup from this module.
    mutating func element(_ name: String, _ attributes: String = "", _ content: String) {
        raw("<\(name)\(attributes.isEmpty ? "" : " ")\(attributes)>")
        text(content)
        raw("</\(name)>")
    }
}
