import SourceText
import Syntax

extension Matcher {
    /// A function pattern matches functions and methods and, with `arrowIsFunction`, names given to anonymous functions.
    func matchFunction(_ p: NodeIndex, _ node: NodeIndex, _ next: () -> Void) {
        switch tree.kind(node) {
        case .function:
            matchCallable(p, node, name: tree.child(node, .name), next)
        case .lambda where options.arrowIsFunction:
            matchCallable(p, node, name: tree.child(node, .name), next)
        case .declarator where options.arrowIsFunction:
            matchNamedLambda(p, name: tree.child(node, .target), value: tree.child(node, .value), next)
        case .assignment where options.arrowIsFunction:
            matchNamedLambda(p, name: tree.child(node, .target), value: tree.child(node, .value), next)
        case .pair where options.arrowIsFunction:
            matchNamedLambda(p, name: tree.child(node, .key), value: tree.child(node, .value), next)
        case .field where options.arrowIsFunction:
            matchNamedLambda(p, name: tree.child(node, .name), value: tree.child(node, .value), next)
        case .variableDeclaration:
            for child in tree.children(node) where tree.kind(child) == .declarator { matchFunction(p, child, next) }
        case .export:
            if let value = tree.child(node, .value) { matchFunction(p, value, next) }
        default:
            break
        }
    }

    private func matchNamedLambda(_ p: NodeIndex, name: NodeIndex?, value: NodeIndex?, _ next: () -> Void) {
        guard let name, let value, tree.kind(value) == .lambda else { return }
        matchCallable(p, value, name: name, next)
    }

    func matchLambda(_ p: NodeIndex, _ node: NodeIndex, _ next: () -> Void) {
        let wantedName = pattern.tree.child(p, .name)
        switch tree.kind(node) {
        case .lambda:
            let isArrow = { (node: NodeIndex, tree: SyntaxTree) in tree.mainText(node).elementsEqual("=>".utf8) }
            if !options.arrowIsFunction, isArrow(p, pattern.tree) != isArrow(node, tree) { return }
            // The name of a function expression is its own affair.
            let name = tree.child(node, .name)
            matchCallable(p, node, name: name, ignoringName: name == nil && wantedName != nil, next)
        case .function where wantedName == nil && !isDeclaration(node):
            matchCallable(p, node, name: tree.child(node, .name), next)
        default:
            break
        }
    }

    /// Whether a function stands as a statement of its own, rather than as a member of an object or class.
    private func isDeclaration(_ node: NodeIndex) -> Bool {
        guard tree.child(node, .name) != nil else { return false }
        let parent = tree.parent(node)
        switch tree.kind(parent) {
        case .file, .export: return true
        case .block: return tree.kind(tree.parent(parent)) != .class
        default: return false
        }
    }

    /// Decorators in any order, then name, parameters, result and body. What the pattern leaves out may be there.
    private func matchCallable(
        _ p: NodeIndex, _ node: NodeIndex, name: NodeIndex?, ignoringName: Bool = false, _ next: () -> Void
    ) {
        guard modifiersAgree(p, node), mayFill(.parameterList, .parameters, of: node, p) else { return }
        matchDecorators(of: p, node) {
            self.matchOptional(ignoringName ? nil : self.pattern.tree.child(p, .name), name) {
                self.matchOptional(
                    self.pattern.tree.child(p, .parameters), self.tree.child(node, .parameters), emptyIsAbsent: true
                ) {
                    self.matchOptional(
                        self.pattern.tree.child(p, .returnType), self.tree.child(node, .returnType)
                    ) {
                        self.matchOptional(self.pattern.tree.child(p, .body), self.tree.child(node, .body), next)
                    }
                }
            }
        }
    }

    private func matchDecorators(of p: NodeIndex, _ node: NodeIndex, _ next: () -> Void) {
        let wanted = tables.decorators[Int(p)]
        if wanted.isEmpty { return next() }
        let present = tree.children(node).filter { tree.kind($0) == .decorator }
        if options.decoratorsAreOrdered { return matchSubsequence(wanted[...], present[...], next) }
        matchUnordered(wanted, present, partial: true, next)
    }

    /// Matches a part that the pattern may leave out. With `emptyIsAbsent`, an ellipsis alone matches a missing part.
    func matchOptional(
        _ p: NodeIndex?, _ node: NodeIndex?, emptyIsAbsent: Bool = false, _ next: () -> Void
    ) {
        guard let p else { return next() }
        if let node { return match(p, node, next) }
        if pattern.tree.kind(p) == .ellipsis { return next() }
        if emptyIsAbsent, tables.children[Int(p)].allSatisfy({ pattern.tree.kind($0) == .ellipsis }) { next() }
    }

    /// Parameters: a name alone matches whatever type, default or label stands with it.
    func matchParameter(_ p: NodeIndex, _ node: NodeIndex, _ next: () -> Void) {
        guard tree.kind(node) == .parameter else {
            if tree.kind(node) == .identifier || tree.kind(node) == .object, let name = pattern.tree.child(p, .name) {
                match(name, node, next)
            }
            return
        }
        let wantedRest = restMark(p, in: pattern.tree)
        guard wantedRest.elementsEqual(restMark(node, in: tree)) else { return }
        matchByRoles(p, node, optional: [.type, .value, .label, .element], next)
    }

    private func restMark(_ node: NodeIndex, in tree: SyntaxTree) -> ArraySlice<UInt8> {
        let text = tree.mainText(node)
        return text.allSatisfy { $0 == UInt8(ascii: "*") || $0 == UInt8(ascii: ".") } ? text : []
    }

    /// Decorators in any order, the first supertypes in theirs, members in any order; others may stand beside them all.
    func matchClass(_ p: NodeIndex, _ node: NodeIndex, _ next: () -> Void) {
        guard tree.kind(node) == .class else {
            if tree.kind(node) == .export, let value = tree.child(node, .value) { matchClass(p, value, next) }
            return
        }
        guard
            Modifiers.keywordIsClass(p, in: pattern.tree) == Modifiers.keywordIsClass(node, in: tree)
                || pattern.tree.mainText(p).elementsEqual(tree.mainText(node)),
            modifiersAgree(p, node)
        else { return }
        let wanted = tables.children[Int(p)]
        let present = Array(tree.children(node))
        let of: (Role, [NodeIndex], SyntaxTree) -> [NodeIndex] = { role, nodes, tree in
            nodes.filter { tree.role($0) == role }
        }
        matchDecorators(of: p, node) {
            self.matchOptional(self.pattern.tree.child(p, .name), self.tree.child(node, .name)) {
                self.matchSupertypes(
                    of(.supertype, wanted, self.pattern.tree), of(.supertype, present, self.tree)
                ) {
                    guard let wantedBody = self.pattern.tree.child(p, .body) else { return next() }
                    guard let body = self.tree.child(node, .body) else { return }
                    self.matchMembers(wantedBody, body, next)
                }
            }
        }
    }

    /// Expressions in their order, the first of them; what is written as a type (an interface, a protocol) in any order.
    private func matchSupertypes(_ wanted: [NodeIndex], _ present: [NodeIndex], _ next: () -> Void) {
        let isType = { (node: NodeIndex, tree: SyntaxTree) in tree.kind(node) == .type }
        let types = wanted.filter { isType($0, pattern.tree) }
        // Beside types, which may have others among them anyhow, an ellipsis says nothing.
        let classes = wanted.filter {
            !isType($0, pattern.tree) && (types.isEmpty || pattern.tree.kind($0) != .ellipsis)
        }
        matchList(classes[...], present.filter { !isType($0, tree) || types.isEmpty }[...], openEnded: true) {
            if types.isEmpty { return next() }
            self.matchUnordered(types, present.filter { isType($0, self.tree) }, partial: true, next)
        }
    }

    private func matchMembers(_ p: NodeIndex, _ node: NodeIndex, _ next: () -> Void) {
        matchUnordered(
            tables.children[Int(p)], Array(tree.children(node)), partial: options.implicitEllipsis, next)
    }

    /// `export` in a pattern asks for it; the declaration inside matches as if it stood alone.
    func matchExport(_ p: NodeIndex, _ node: NodeIndex, _ next: () -> Void) {
        guard tree.kind(node) == .export else { return }
        if pattern.tree.mainText(p).elementsEqual("default".utf8), !tree.mainText(node).elementsEqual("default".utf8) {
            return
        }
        matchByRoles(p, node, next)
    }
}

extension Matcher {
    /// Whether a declaration has the modifiers that a pattern names.
    func modifiersAgree(_ p: NodeIndex, _ node: NodeIndex) -> Bool {
        let wanted = tables.modifiers[Int(p)]
        return wanted.isEmpty || wanted.isSubset(of: Modifiers.words(of: node, in: tree))
    }
}

/// Words that stand before a declaration.
public enum Modifiers {
    /// Those of the words before a declaration's keyword or name that say what kind of one it is.
    public static func words(of node: NodeIndex, in tree: SyntaxTree) -> Set<[UInt8]> {
        let main = tree.mainTokens[Int(node)]
        let end = max(main, tree.child(node, .parameters).map { tree.firstTokens[Int($0)] } ?? main)
        var words: Set<[UInt8]> = []
        var token =
            tree.children(node).filter { tree.kind($0) == .decorator }.last.map { tree.endTokens[Int($0)] }
            ?? tree.firstTokens[Int(node)]
        while token < end {
            let text = tree.text(ofToken: token)
            if known.contains(where: { text.elementsEqual($0.utf8) }) { words.insert(Array(text)) }
            token += 1
        }
        return words
    }

    private static let known = [
        "async", "static", "public", "private", "protected", "internal", "fileprivate", "open", "final", "override",
        "abstract", "readonly", "mutating", "nonisolated", "lazy", "weak",
    ]

    static func keywordIsClass(_ node: NodeIndex, in tree: SyntaxTree) -> Bool {
        let text = tree.mainText(node)
        return !text.elementsEqual("interface".utf8) && !text.elementsEqual("protocol".utf8)
            && !text.elementsEqual("enum".utf8)
    }
}
