import Syntax

/// The lines of one file.
struct Dump {
    let input: Input
    let options: Options

    func write(to output: inout Output) {
        let tokens = input.language.tokenize(input.bytes, fileExtension: input.fileExtension, mode: options.mode)
        if !options.showsOutline && !options.isQuiet {
            output.line("file \(input.path) \(input.bytes.count)")
            writeTokens(tokens, to: &output)
        }
        guard options.showsNodes else { return }
        let tree = input.language.parse(
            input.bytes, tokens: tokens, fileExtension: input.fileExtension, mode: options.mode)
        if options.isQuiet { return }
        if options.showsOutline { output.line(tree.outline()) } else { writeNodes(tree, to: &output) }
    }

    private func writeTokens(_ tokens: TokenTable, to output: inout Output) {
        for index in 0..<tokens.count {
            let mark = tokens.flags[index].contains(.unterminated) ? " u" : ""
            output.line("t \(tokens.kinds[index]) \(tokens.starts[index]) \(tokens.ends[index])\(mark)")
        }
        for comment in tokens.comments { output.line("c \(comment.start) \(comment.end)") }
    }

    private func writeNodes(_ tree: SyntaxTree, to output: inout Output) {
        var depths = [Int](repeating: 0, count: tree.count)
        for node in 0..<NodeIndex(tree.count) {
            let parent = tree.parent(node)
            if parent >= 0 { depths[Int(node)] = depths[Int(parent)] + 1 }
            let range = tree.range(node)
            let main = tree.range(ofToken: tree.mainTokens[Int(node)])
            output.line(
                "n \(depths[Int(node)]) \(tree.role(node)) \(tree.kind(node)) \(range.start) \(range.end) "
                    + "\(main.start) \(main.end)")
        }
    }
}
