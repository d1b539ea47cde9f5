import Syntax

/// The classes of node kinds that patterns distinguish.
extension NodeKind {
    /// Kinds that stand in a list of statements.
    @inlinable public var isStatement: Bool {
        switch self {
        case .expressionStatement, .variableDeclaration, .function, .class, .typeAlias, .namespace, .import, .export,
            .return, .throw, .break, .continue, .empty, .delete, .assert, .scopeDeclaration, .if, .guard, .while,
            .doWhile, .forEach, .for, .switch, .try, .with, .defer, .labeled, .field, .conditionalCompilation, .error:
            return true
        default:
            return false
        }
    }

    /// Kinds that are values.
    @inlinable public var isExpression: Bool {
        switch self {
        case .lambda, .identifier, .member, .index, .call, .new, .unary, .postfix, .binary, .conditional, .assignment,
            .augmentedAssignment, .await, .yield, .tryExpression, .cast, .parenthesized, .sequence, .array, .tuple,
            .set, .object, .comprehension, .string, .interpolatedString, .concatenatedString, .taggedTemplate, .regex,
            .number, .boolean, .null, .keyPath, .macro, .jsxElement:
            return true
        default:
            return false
        }
    }

    /// Kinds of a pattern that stand for any number of siblings.
    var isEllipsis: Bool { self == .ellipsis || self == .ellipsisMetavariable }

    /// Kinds whose children are a list of statements.
    @inlinable public var holdsStatements: Bool { self == .file || self == .block }
}

extension SyntaxTree {
    /// Whether the node is an expression of its own, not a name that belongs to a member, label or declaration.
    func isExpressionInPlace(_ node: NodeIndex) -> Bool {
        guard kind(node).isExpression, kind(node) != .parenthesized else { return false }
        switch role(node) {
        case .name: return kind(parent(node)) == .shorthand
        case .label, .alias, .source: return false
        default: return true
        }
    }
}
