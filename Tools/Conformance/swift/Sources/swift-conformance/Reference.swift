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
        addAtom(start, node.openingQuote.endPosition.utf8Offset)
        addAtom(node.closingQuote.position.utf8Offset, end)
        addSegments(node.segments)
        return .visitChildren
    }

    /// The lines of a text are segments of their own to SwiftParser, and `\(` is two tokens or more.
    private func addSegments(_ segments: StringLiteralSegmentListSyntax) {
        var textStart: Int?
        for segment in segments {
            guard let expression = segment.as(ExpressionSegmentSyntax.self) else {
                if textStart == nil { textStart = segment.position.utf8Offset }
                continue
            }
            let start = expression.position.utf8Offset
            if let textStart, start > textStart { addAtom(textStart, start) }
            textStart = nil
            addAtom(start, expression.leftParen.endPositionBeforeTrailingTrivia.utf8Offset)
            findings.add(.interpolation, start, expression.endPosition.utf8Offset)
        }
        let end = segments.endPosition.utf8Offset
        if let textStart, end > textStart { addAtom(textStart, end) }
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
        addAtom(node.pound.positionAfterSkippingLeadingTrivia.utf8Offset, node.macroName.endPositionBeforeTrailingTrivia.utf8Offset)
        return .visitChildren
    }

    override func visit(_ node: MacroExpansionDeclSyntax) -> SyntaxVisitorContinueKind {
        addAtom(node.pound.positionAfterSkippingLeadingTrivia.utf8Offset, node.macroName.endPositionBeforeTrailingTrivia.utf8Offset)
        return .visitChildren
    }
}
