import Syntax

/// What a match asks for at each node of a pattern. Made when a file first comes that the pattern may match in: of the
/// patterns of a run most never meet one.
final class PatternTables: Sendable {
    let children: [[NodeIndex]]
    /// By node: how many of its children are no ellipses.
    let fewestChildren: [Int]
    /// By node: those of its children that are decorators.
    let decorators: [[NodeIndex]]
    /// By node: the modifiers that a declaration names.
    let modifiers: [Set<[UInt8]>]
    /// By node: its children by their roles, in the order in which the roles occur.
    let roleGroups: [[RoleGroup]]
    /// By node: the dotted name it spells, where it is a chain of plain names.
    let dottedNames: [[UInt8]?]
    /// By node: what code has to hold for the node to match it.
    let signatures: [CodeSignature]
    /// By node: of that, what is to be seen without knowing what names mean, where no import has one of the pattern's names.
    let spelledSignatures: [CodeSignature]
    /// By node: the shapes among it.
    let shapes: [ShapeSignature]
    /// The hashes of the words of the names in the pattern.
    private let names: [UInt32]
    private let hasWordsInLiterals: Bool
    /// Whether the pattern asks for nothing else.
    let asksForShapesOnly: Bool
    /// What a file has to hold somewhere for the pattern to match in it, as in `shapes`.
    let fileShapes: ShapeSignature

    /// - Parameter top: the nodes that match together.
    init(of tree: SyntaxTree, top: [NodeIndex], strings: [StringPattern?]) {
        let children = tree.kinds.indices.map { Array(tree.children(NodeIndex($0))) }
        self.children = children
        fewestChildren = children.map { $0.count { !tree.kind($0).isEllipsis } }
        decorators = children.map { $0.filter { tree.kind($0) == .decorator } }
        modifiers = tree.kinds.indices.map { index in
            switch tree.kinds[index] {
            case .function, .lambda, .class, .variableDeclaration, .field:
                Modifiers.words(of: NodeIndex(index), in: tree)
            default: []
            }
        }
        roleGroups = children.map { RoleGroup.groups(of: $0, in: tree) }
        dottedNames = PatternTables.dottedNames(in: tree)
        signatures = RequiredWords.signatures(of: tree, strings: strings)
        var spelledSignatures = RequiredWords.signatures(
            of: tree, strings: [StringPattern?](repeating: nil, count: tree.count))
        for index in spelledSignatures.indices where !PatternTables.isInterpolatedHole(index, in: tree, strings) {
            spelledSignatures[index].shapes = spelledSignatures[index].shapes.withoutValues
        }
        self.spelledSignatures = spelledSignatures
        shapes = spelledSignatures.map(\.shapes)
        var names: [UInt32] = []
        for (index, kind) in tree.kinds.enumerated() where kind == .identifier {
            WordSet.forEachWord(in: tree.text(NodeIndex(index))) { names.append($1) }
        }
        self.names = names
        let top = top.map(Int.init)
        let signatures = self.signatures
        asksForShapesOnly = top.allSatisfy { signatures[$0].words.isEmpty }
        hasWordsInLiterals = top.contains { signatures[$0].words != spelledSignatures[$0].words }
        var fileShapes = tree.kinds.contains(.regex) ? ShapeSignature.regex : ShapeSignature()
        for node in top { fileShapes.formUnion(shapes[node]) }
        self.fileShapes = fileShapes
    }

    /// Whether what is spelled in a file tells where the pattern may match: the names of the pattern stand for themselves, as no
    /// import gives them to others, and names with constant values have nothing to do with it.
    func areNamesSpelled(in target: MatchTarget) -> Bool {
        !hasWordsInLiterals && !names.contains(where: target.importedWords.mayContain)
    }

    /// Whether a node is a `...` in the quotes of strings that could interpolate, which only such strings match.
    private static func isInterpolatedHole(_ index: Int, in tree: SyntaxTree, _ strings: [StringPattern?]) -> Bool {
        guard case .anything? = strings[index] else { return false }
        return InterpolatedSpelling.holds(for: tree.text(NodeIndex(index)))
    }

    private static func dottedNames(in tree: SyntaxTree) -> [[UInt8]?] {
        var dotted = [[UInt8]?](repeating: nil, count: tree.count)
        for index in tree.kinds.indices.reversed() {
            let node = NodeIndex(index)
            switch tree.kinds[index] {
            case .identifier:
                dotted[index] = Array(tree.text(node))
            case .member:
                if let object = tree.child(node, .object), let name = tree.child(node, .name),
                    tree.kind(name) == .identifier, let prefix = dotted[Int(object)]
                {
                    dotted[index] = prefix + [UInt8(ascii: ".")] + tree.text(name)
                }
            default:
                break
            }
        }
        return dotted
    }
}

/// The tables of a pattern, made once for all threads.
final class LazyPatternTables: Sendable {
    private let tree: SyntaxTree
    private let top: [NodeIndex]
    private let strings: [StringPattern?]
    private let tables = LazyReference<PatternTables>()

    init(of tree: SyntaxTree, top: [NodeIndex], strings: [StringPattern?]) {
        self.tree = tree
        self.top = top
        self.strings = strings
    }

    var value: PatternTables { tables.value { PatternTables(of: tree, top: top, strings: strings) } }
}
