extension TypeScriptParser {
    /// `<A, B extends C = D>`.
    mutating func typeParameters() {
        let start = mark()
        advance()
        while kind != .endOfFile, code != .greaterThan {
            let before = position
            typeParameter()
            if !take(.comma) { break }
            if position == before { break }
        }
        if !take(.greaterThan) { missing() }
        finish(.typeParameters, start, role: .typeParameters)
    }

    private mutating func typeParameter() {
        if dialect.isPattern, kind == .ellipsis {
            leaf(.ellipsis)
            return
        }
        let start = mark()
        while code == .const || code == .in || code == .out && isPropertyWord(kind(ahead: 1)) { advance() }
        name()
        if code == .extends {
            advance()
            type(role: .type)
        }
        if take(.assign) { type(role: .value) }
        finish(.typeParameter, start)
    }

    /// `<A, B>`.
    mutating func typeArguments() {
        let start = mark()
        advance()
        while kind != .endOfFile, code != .greaterThan {
            type()
            if !take(.comma) { break }
        }
        if !take(.greaterThan) { missing() }
        finish(.typeArguments, start, role: .typeArguments)
    }
}
