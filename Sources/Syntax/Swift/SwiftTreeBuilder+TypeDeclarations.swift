/// Types, their extensions and aliases.
extension SwiftTreeBuilder {
    mutating func typeDeclaration(_ mark: TreeBuilder.Mark) {
        let main = token
        let isEnumeration = at(.enum)
        advance()
        declaredName(.name)
        typeParameters()
        typeBody(isEnumeration: isEnumeration)
        finish(.class, since: mark, main: main)
    }

    mutating func extensionDeclaration(_ mark: TreeBuilder.Mark) {
        let main = token
        advance()
        if startsType(index), !(kind == .keyword && startsLine(index)) {
            typeExpression()
            builder.setRole(.name)
        } else {
            missing(.name)
        }
        typeBody(isEnumeration: true)
        finish(.class, since: mark, main: main)
    }

    /// Inheritance, requirements and members.
    private mutating func typeBody(isEnumeration: Bool) {
        inheritance()
        whereClause()
        block(.body, caseMeaning: .enumeration)
    }

    private mutating func inheritance() {
        guard kind == .colon else { return }
        repeat {
            advance()
            type(.supertype)
        } while kind == .comma
    }

    mutating func alias(_ mark: TreeBuilder.Mark) {
        let main = token
        advance()
        declaredName(.name)
        typeParameters()
        inheritance()
        if kind == .assign {
            advance()
            type(.value)
        }
        whereClause()
        if kind == .semicolon { advance() }
        finish(.typeAlias, since: mark, main: main)
    }
}
