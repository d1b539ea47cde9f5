import SwiftParser
import SwiftSyntax

/// What SwiftParser finds.
final class Reference: SyntaxVisitor {
    private(set) var findings = Findings()

    /// Nil where SwiftParser itself finds the file wrong.
    static func findings(in source: [UInt8]) -> Findings? {
        let file = source.withUnsafeBufferPointer { Parser.parse(source: $0) }
        guard !file.hasError else { return nil }
        let reference = Reference(viewMode: .sourceAccurate)
        for token in file.tokens(viewMode: .sourceAccurate) {
            // A shebang is a comment to us.
            if case .shebang = token.tokenKind { continue }
            let start = token.positionAfterSkippingLeadingTrivia.utf8Offset
            let end = token.endPositionBeforeTrailingTrivia.utf8Offset
            if end > start { reference.findings.tokens.append(Span(start: start, end: end)) }
        }
        reference.walk(file)
        reference.findings.atoms.sort()
        return reference.findings
    }

    private func span(_ node: some SyntaxProtocol) -> (Int, Int) {
        (node.positionAfterSkippingLeadingTrivia.utf8Offset, node.endPositionBeforeTrailingTrivia.utf8Offset)
    }

    private func add(_ kind: SpanKind, _ node: some SyntaxProtocol) -> SyntaxVisitorContinueKind {
        let (start, end) = span(node)
        findings.add(kind, start, end)
        return .visitChildren
    }

    private func addAtom(_ start: Int, _ end: Int) { findings.atoms.append(Span(start: start, end: end)) }

    // MARK: Functions and types

    override func visit(_ node: FunctionDeclSyntax) -> SyntaxVisitorContinueKind { add(.function, node) }
    override func visit(_ node: InitializerDeclSyntax) -> SyntaxVisitorContinueKind { add(.function, node) }
    override func visit(_ node: DeinitializerDeclSyntax) -> SyntaxVisitorContinueKind { add(.function, node) }
    override func visit(_ node: SubscriptDeclSyntax) -> SyntaxVisitorContinueKind { add(.function, node) }
    override func visit(_ node: AccessorDeclSyntax) -> SyntaxVisitorContinueKind { add(.function, node) }
    override func visit(_ node: MacroDeclSyntax) -> SyntaxVisitorContinueKind { add(.function, node) }
    override func visit(_ node: ClosureExprSyntax) -> SyntaxVisitorContinueKind { add(.closure, node) }
    override func visit(_ node: ClassDeclSyntax) -> SyntaxVisitorContinueKind { add(.type, node) }
    override func visit(_ node: StructDeclSyntax) -> SyntaxVisitorContinueKind { add(.type, node) }
    override func visit(_ node: EnumDeclSyntax) -> SyntaxVisitorContinueKind { add(.type, node) }
    override func visit(_ node: ActorDeclSyntax) -> SyntaxVisitorContinueKind { add(.type, node) }
    override func visit(_ node: ProtocolDeclSyntax) -> SyntaxVisitorContinueKind { add(.type, node) }
    override func visit(_ node: ExtensionDeclSyntax) -> SyntaxVisitorContinueKind { add(.type, node) }

    // MARK: Calls

    override func visit(_ node: FunctionCallExprSyntax) -> SyntaxVisitorContinueKind {
        for argument in node.arguments { addArgument(argument) }
        if let closure = node.trailingClosure { _ = add(.argument, closure) }
        for closure in node.additionalTrailingClosures { _ = add(.argument, closure) }
        return add(.call, node)
    }

    private func addArgument(_ argument: LabeledExprSyntax) {
        let start = argument.positionAfterSkippingLeadingTrivia.utf8Offset
        findings.add(.argument, start, argument.expression.endPositionBeforeTrailingTrivia.utf8Offset)
    }

    // MARK: Statements

    override func visit(_ node: CodeBlockItemSyntax) -> SyntaxVisitorContinueKind { addStatement(node.item) }

    override func visit(_ node: MemberBlockItemSyntax) -> SyntaxVisitorContinueKind {
        if node.decl.is(EnumCaseDeclSyntax.self) { return .visitChildren }
        return addStatement(node.decl)
    }

    private func addStatement(_ item: some SyntaxProtocol) -> SyntaxVisitorContinueKind {
        let (start, end) = span(item)
        if end > start { findings.add(.statement, start, end) }
        return .visitChildren
    }

    /// Conditions of `#if` are no nodes to us.
    override func visit(_ node: IfConfigClauseSyntax) -> SyntaxVisitorContinueKind {
        if let elements = node.elements { walk(elements) }
        return .skipChildren
    }

    override func visit(_ node: SwitchCaseSyntax) -> SyntaxVisitorContinueKind { add(.clause, node) }
    override func visit(_ node: CatchClauseSyntax) -> SyntaxVisitorContinueKind { add(.clause, node) }

    // MARK: Literals

    override func visit(_ node: StringLiteralExprSyntax) -> SyntaxVisitorContinueKind {
        let (start, end) = span(node)
        let isPlain = node.segments.allSatisfy { $0.is(StringSegmentSyntax.self) }
        guard !isPlain else {
            addAtom(start, end)
            return .visitChildren
        }
        findings.add(.interpolatedString, start, end)
        // The lines of a text are segments of their own to SwiftParser, the indentation is trivia, and `\(` is two tokens or
        // more: what lies between the interpolations is one text here.
        var textStart = node.openingQuote.endPositionBeforeTrailingTrivia.utf8Offset
        addAtom(start, textStart)
        for case .expressionSegment(let segment) in node.segments {
            let (segmentStart, segmentEnd) = span(segment)
            if segmentStart > textStart { addAtom(textStart, segmentStart) }
            addAtom(segmentStart, segment.leftParen.endPositionBeforeTrailingTrivia.utf8Offset)
            findings.add(.interpolation, segmentStart, segmentEnd)
            textStart = segmentEnd
        }
        let closingStart = node.closingQuote.positionAfterSkippingLeadingTrivia.utf8Offset
        let closing = node.closingPounds.map { $0.endPosition.utf8Offset } ?? node.closingQuote.endPosition.utf8Offset
        if closingStart > textStart { addAtom(textStart, closingStart) }
        addAtom(closingStart, min(closing, end))
        return .visitChildren
    }

    override func visit(_ node: SimpleStringLiteralExprSyntax) -> SyntaxVisitorContinueKind {
        let (start, end) = span(node)
        addAtom(start, end)
        return .visitChildren
    }

    override func visit(_ node: RegexLiteralExprSyntax) -> SyntaxVisitorContinueKind {
        let (start, end) = span(node)
        addAtom(start, end)
        return .visitChildren
    }

    override func visit(_ node: VersionTupleSyntax) -> SyntaxVisitorContinueKind {
        let (start, end) = span(node)
        addAtom(start, end)
        return .visitChildren
    }

    override func visit(_ node: MacroExpansionExprSyntax) -> SyntaxVisitorContinueKind {
        addAtom(
            node.pound.positionAfterSkippingLeadingTrivia.utf8Offset,
            node.macroName.endPositionBeforeTrailingTrivia.utf8Offset)
        return .visitChildren
    }

    override func visit(_ node: MacroExpansionDeclSyntax) -> SyntaxVisitorContinueKind {
        addAtom(
            node.pound.positionAfterSkippingLeadingTrivia.utf8Offset,
            node.macroName.endPositionBeforeTrailingTrivia.utf8Offset)
        return .visitChildren
    }
}
