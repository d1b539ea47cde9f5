/// A word or one byte of something else.
struct GenericToken {
    var start: Int
    var end: Int
    var isWord: Bool

    /// The token at or after `index`; nil at the end.
    static func next(in bytes: ArraySlice<UInt8>, at index: Int) -> GenericToken? {
        var start = index
        while start < bytes.endIndex, bytes[start] <= 0x20 { start += 1 }
        guard start < bytes.endIndex else { return nil }
        guard isWordByte(bytes[start]) else { return GenericToken(start: start, end: start + 1, isWord: false) }
        var end = start
        while end < bytes.endIndex, isWordByte(bytes[end]) { end += 1 }
        return GenericToken(start: start, end: end, isWord: true)
    }

    static func isWordByte(_ byte: UInt8) -> Bool {
        byte < 0x80 && byte != UInt8(ascii: "$") && WordSet.isWordByte(byte)
    }
}

/// A text as generic patterns see it: its tokens in blocks, made by indentation and by brackets that open and close on one line.
/// Nodes stand in preorder, tokens and blocks alike; node 0 is the block of the whole text.
struct GenericDocument {
    struct Node {
        /// Of a block, those of what is in it.
        var start: Int
        var end: Int
        /// 0-based.
        var line: Int
        var isBlock: Bool
        var isWord: Bool
        /// The block around it.
        var parent: Int
        /// The node after the last in it.
        var subtreeEnd: Int
    }

    private(set) var nodes: [Node] = []
    /// The blocks that are open while the text is read.
    private var open: [Int] = []

    init(_ bytes: [UInt8]) {
        openBlock(at: 0, line: 0)
        var indents = [0]
        var number = 0
        var line = 0
        while line < bytes.count {
            let end = bytes[line...].firstIndex(of: 0x0A) ?? bytes.count
            let tokens = GenericDocument.tokens(of: bytes[line..<end])
            if let first = tokens.first {
                let indent = GenericDocument.indent(of: bytes[line..<end])
                while let last = indents.last, last > indent {
                    indents.removeLast()
                    closeBlock()
                }
                if let last = indents.last, last < indent {
                    indents.append(indent)
                    openBlock(at: first.start, line: number)
                }
                append(tokens, bytes, line: number)
            }
            number += 1
            line = end + 1
        }
        while !open.isEmpty { closeBlock() }
    }

    /// The width of the white space before a line's first token: a tab is eight spaces.
    static func indent(of line: ArraySlice<UInt8>) -> Int {
        line.prefix { $0 == 0x20 || $0 == 0x09 }.reduce(0) { $0 + ($1 == 0x09 ? 8 : 1) }
    }

    private static func tokens(of line: ArraySlice<UInt8>) -> [GenericToken] {
        var tokens: [GenericToken] = []
        var index = line.startIndex
        while let token = GenericToken.next(in: line, at: index) {
            tokens.append(token)
            index = token.end
        }
        return tokens
    }

    /// Adds a line's tokens. What stands between brackets that belong together is a block.
    private mutating func append(_ tokens: [GenericToken], _ bytes: [UInt8], line: Int) {
        let closers = GenericDocument.closers(of: tokens, bytes)
        // The closers of the brackets whose blocks are open.
        var pending: [Int] = []
        for (index, token) in tokens.enumerated() {
            if pending.last == index {
                pending.removeLast()
                closeBlock()
            }
            nodes.append(
                Node(
                    start: token.start, end: token.end, line: line, isBlock: false, isWord: token.isWord,
                    parent: open.last ?? 0, subtreeEnd: nodes.count + 1))
            if closers[index] > index + 1 {
                pending.append(closers[index])
                openBlock(at: token.end, line: line)
            }
        }
    }

    /// By token: the bracket that closes it on the same line, -1 for none. A bracket that closes nothing leaves those between
    /// it and its partner, or all before it, unclosed.
    private static func closers(of tokens: [GenericToken], _ bytes: [UInt8]) -> [Int] {
        var closers = [Int](repeating: -1, count: tokens.count)
        var open: [Int] = []
        for (index, token) in tokens.enumerated() {
            switch bytes[token.start] {
            case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): open.append(index)
            case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"):
                while let last = open.popLast() {
                    guard isPair(bytes[tokens[last].start], bytes[token.start]) else { continue }
                    closers[last] = index
                    break
                }
            default: break
            }
        }
        return closers
    }

    private static func isPair(_ opening: UInt8, _ closing: UInt8) -> Bool {
        switch opening {
        case UInt8(ascii: "("): closing == UInt8(ascii: ")")
        case UInt8(ascii: "["): closing == UInt8(ascii: "]")
        default: closing == UInt8(ascii: "}")
        }
    }

    private mutating func openBlock(at start: Int, line: Int) {
        open.append(nodes.count)
        nodes.append(
            Node(
                start: start, end: start, line: line, isBlock: true, isWord: false,
                parent: open.dropLast().last ?? -1, subtreeEnd: nodes.count + 1))
    }

    private mutating func closeBlock() {
        guard let block = open.popLast() else { return }
        nodes[block].subtreeEnd = nodes.count
        nodes[block].end = nodes[nodes.count - 1].end
    }
}
