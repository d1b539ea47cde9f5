/// Writes HTML as it goes: markup as it stands, everything else escaped.
struct HTMLWriter {
    private(set) var output: [UInt8] = []

    /// Markup from this module, never from a finding.
    mutating func raw(_ markup: String) { output += markup.utf8 }

    /// Text of any origin.
    mutating func text(_ text: String) { MarkupText.append(text, to: &output) }

    /// Text of any origin within an element; `attributes` is markup from this module.
    mutating func element(_ name: String, _ attributes: String = "", _ content: String) {
        raw("<\(name)\(attributes.isEmpty ? "" : " ")\(attributes)>")
        text(content)
        raw("</\(name)>")
    }
}
