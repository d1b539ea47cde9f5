extension TypeScriptParser {
    // MARK: Imports

    mutating func importDeclaration(role: Role) {
        let start = mark()
        advance()
        if isTypeModifier || isPhase { advance() }
        if kind == .string {
            leaf(.string, role: .source)
        } else {
            importClause()
        }
        importAttributes()
        semicolon()
        finish(.import, start, role: role)
    }

    /// `type` before the names, rather than a default import of that name.
    private var isTypeModifier: Bool {
        guard code == .type else { return false }
        switch kind(ahead: 1) {
        case .leftBrace, .metavariable: return true
        case .identifier: return code(ahead: 1) != .from || code(ahead: 2) == .from || kind(ahead: 2) == .assign
        case .operator: return code(ahead: 1) == .star
        default: return false
        }
    }

    /// `defer` before a namespace or `source` before a name (ECMAScript's import phases), rather than a default import.
    private var isPhase: Bool {
        guard kind == .identifier else { return false }
        let word = bytes[Int(tokens.starts[position])..<Int(tokens.ends[position])]
        if word.elementsEqual("defer".utf8) { return code(ahead: 1) == .star }
        guard word.elementsEqual("source".utf8), kind(ahead: 1) == .identifier else { return false }
        return code(ahead: 2) == .from
    }

    private mutating func importClause() {
        if isIdentifier || kind == .ellipsis && dialect.isPattern {
            let item = mark()
            name(role: .alias)
            finish(.importDefault, item)
            if take(.assign) {
                importEquals()
                return
            }
            if take(.comma) { importNames() }
        } else {
            importNames()
        }
        fromClause()
    }

    private mutating func importNames() {
        switch kind {
        case .operator where code == .star:
            let item = mark()
            advance()
            if take(.as) { name(role: .alias) } else { missing() }
            finish(.importNamespace, item)
        case .leftBrace: moduleItems()
        default: missing()
        }
    }

    /// `import x = require("m")` and `import x = A.B`.
    private mutating func importEquals() {
        if code == .require, kind(ahead: 1) == .leftParenthesis {
            let open = position + 1
            skip(to: open + 1)
            if kind == .string { leaf(.string, role: .source) } else { missing(role: .source) }
            closeBracket(open)
        } else {
            postfix()
            builder.setRole(.source)
        }
    }

    private mutating func fromClause() {
        guard take(.from) else {
            missing(role: .source)
            return
        }
        switch kind {
        case .string: leaf(.string, role: .source)
        case .metavariable, .ellipsis: name(role: .source)
        default: missing(role: .source)
        }
    }

    /// `with { type: "json" }`.
    private mutating func importAttributes() {
        guard code == .with || code == .assert, kind(ahead: 1) == .leftBrace, !onNewLine || code == .with else {
            return
        }
        advance()
        object(role: .element)
    }

    /// `{ a, b as c, type d }` of an import or export.
    private mutating func moduleItems() {
        let open = position
        advance()
        elements(of: open, closer: .rightBrace) { $0.moduleItem() }
    }

    private mutating func moduleItem() {
        if dialect.isPattern, kind == .ellipsis || kind == .ellipsisMetavariable {
            leaf(kind == .ellipsis ? .ellipsis : .ellipsisMetavariable)
            return
        }
        let start = mark()
        if code == .type, isItemTypeModifier { advance() }
        moduleName(role: .name)
        if take(.as) { moduleName(role: .alias) }
        finish(.importItem, start)
    }

    /// `type a`, `type as as b`; not `type`, `type as b`.
    private var isItemTypeModifier: Bool {
        switch kind(ahead: 1) {
        case .identifier, .keyword, .string, .metavariable:
            guard code(ahead: 1) == .as else { return true }
            switch kind(ahead: 2) {
            case .comma, .rightBrace: return true
            default: return code(ahead: 2) == .as && isPropertyWord(kind(ahead: 3))
            }
        default: return false
        }
    }

    private mutating func moduleName(role: Role) {
        if kind == .string { leaf(.string, role: role) } else { name(role: role) }
    }

    // MARK: Exports

    mutating func exportDeclaration(_ start: TreeBuilder.Mark, role: Role) {
        let export = position
        advance()
        switch kind {
        case .leftBrace:
            moduleItems()
            exportSource()
        case .operator where code == .star:
            exportStar()
        case .assign:
            advance()
            expression(role: .value)
            semicolon()
        case .keyword where code == .default:
            exportDefault(start, role: role)
            return
        case .keyword where code == .import:
            importDeclaration(role: .value)
        case .identifier where code == .as && code(ahead: 1) == .namespace:
            skip(to: position + 2)
            let item = mark()
            name(role: .alias)
            finish(.importNamespace, item)
            semicolon()
        case .identifier where code == .type && (kind(ahead: 1) == .leftBrace || code(ahead: 1) == .star):
            advance()
            if kind == .leftBrace {
                moduleItems()
                exportSource()
            } else {
                exportStar()
            }
        case .at:
            let inner = start.token == export ? mark() : start
            decoratedDeclaration(inner)
        default:
            exportedDeclaration(start, export: export)
        }
        finish(.export, start, main: export, role: role)
    }

    private mutating func exportedDeclaration(_ start: TreeBuilder.Mark, export: Int) {
        // A class whose decorators stand before `export` spans them.
        let inner = Int(start.token) == export ? mark() : start
        if code == .var || code == .let || code == .const && code(ahead: 1) != .enum || code == .using {
            variableStatement(inner, role: .value)
        } else if startsDeclaration(at: position) {
            declaration(inner, role: .value)
        } else {
            missing(role: .value)
        }
    }

    /// Decorators and the class they stand before. That says itself that it is exported, where the `export` before the
    /// decorators is half typed.
    private mutating func decoratedDeclaration(_ start: TreeBuilder.Mark) {
        while kind == .at { decorator() }
        if kind == .keyword, code == .export {
            guard descend(role: .value) else { return }
            defer { depth -= 1 }
            exportDeclaration(start, role: .value)
        } else {
            declaration(start, role: .value)
        }
    }

    private mutating func exportSource() {
        if code == .from { fromClause() }
        importAttributes()
        semicolon()
    }

    /// `* from "m"`, `* as ns from "m"`.
    private mutating func exportStar() {
        let item = mark()
        advance()
        if take(.as) { moduleName(role: .alias) }
        finish(.importNamespace, item)
        fromClause()
        importAttributes()
        semicolon()
    }

    private mutating func exportDefault(_ start: TreeBuilder.Mark, role: Role) {
        let export = Int(start.token)
        let main = position
        advance()
        let inner = kinds[export] == .at ? start : mark()
        switch code {
        case .function: functionRest(.function, inner, role: .value)
        case .async where code(ahead: 1) == .function && !onNewLine(ahead: 1):
            functionRest(.function, inner, role: .value)
        case .class: classLike(inner, role: .value)
        case .abstract where code(ahead: 1) == .class,
            .interface where kind(ahead: 1) == .identifier && !onNewLine(ahead: 1):
            declaration(inner, role: .value)
        default:
            if kind == .at {
                decoratedDeclaration(inner)
            } else {
                expression(role: .value)
                semicolon()
            }
        }
        finish(.export, start, main: main, role: role)
    }
}
