/// A block of code in a Markdown text, between lines of three backquotes.
public struct FencedBlock {
    /// What follows the opening backquotes.
    public let language: String
    /// The 1-based line of the opening backquotes.
    public let line: Int
    public let text: String

    /// The blocks of a text, in their order.
    public static func all(in markdown: String) -> [FencedBlock] {
        var blocks: [FencedBlock] = []
        var open: (language: String, line: Int, text: String)?
        for (index, line) in markdown.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            guard line.hasPrefix("```") else {
                open?.text += line + "\n"
                continue
            }
            if let block = open {
                blocks.append(FencedBlock(language: block.language, line: block.line, text: block.text))
                open = nil
            } else {
                open = (String(line.dropFirst(3)), index + 1, "")
            }
        }
        return blocks
    }
}
