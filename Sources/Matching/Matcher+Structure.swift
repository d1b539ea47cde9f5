import SourceText
import Syntax

extension Matcher {
    /// Matches nodes by what they are made of. Entries that let one kind stand for another come before the general case.
    func matchStructure(_ p: NodeIndex, _ node: NodeIndex, _ next: () -> Void) {
        let wantedKind = pattern.tree.kind(p)
        let kind = tree.kind(node)
        switch wantedKind {
        case .identifier:
            guard kind == .identifier || kind == .parameter, let name = kind == .identifier ? node : simpleName(node)
            else { return }
            if pattern.tree.text(p).elementsEqual(tree.text(name)) { next() }
        case .member:
            matchMember(p, node, next)
        case .argumentList:
            guard kind == .argumentList else { return }
            matchArguments(tables.children[Int(p)][...], Array(tree.children(node))[...], next)
        case .binary:
            matchBinary(p, node, next)
        case .unary, .postfix, .augmentedAssignment:
            guard kind == wantedKind, pattern.tree.mainText(p).elementsEqual(tree.mainText(node)) else { return }
            matchByRoles(p, node, next)
        case .assignment:
            matchAssignment(p, node, next)
        case .variableDeclaration:
            matchVariableDeclaration(p, node, next)
        case .object:
            guard kind == .object else {
                // `{...}` stands for a set too.
                let isAnything = tables.children[Int(p)].allSatisfy { pattern.tree.kind($0) == .ellipsis }
                if kind == .set, isAnything { next() }
                return
            }
            matchUnordered(
                tables.children[Int(p)], Array(tree.children(node)),
                partial: options.implicitEllipsis && target.language.objectPatternsArePartial, next)
        case .array where kind == .comprehension:
            // `[...]` stands for a list however it is made.
            let isList = tree.mainText(node).elementsEqual("[".utf8)
            if isList, tables.children[Int(p)].allSatisfy({ pattern.tree.kind($0) == .ellipsis }) { next() }
        case .set:
            guard kind == .set else {
                let isAnything = tables.children[Int(p)].allSatisfy { pattern.tree.kind($0) == .ellipsis }
                if kind == .object, isAnything { next() }
                return
            }
            matchUnordered(tables.children[Int(p)], Array(tree.children(node)), partial: false, next)
        case .field:
            guard kind == .field, modifiersAgree(p, node) else { return }
            matchByRoles(p, node, next)
        case .pair, .shorthand:
            matchPair(p, node, next)
        case .interpolatedString:
            matchInterpolated(p, node, next)
        case .function:
            matchFunction(p, node, next)
        case .lambda:
            matchLambda(p, node, next)
        case .parameter:
            matchParameter(p, node, next)
        case .class:
            matchClass(p, node, next)
        case .block:
            matchBlock(p, node, next)
        case .import:
            matchImport(p, node, next)
        case .export:
            matchExport(p, node, next)
        case .expressionStatement:
            matchExpressionStatement(p, node, next)
        case .type, .genericType, .typeOther, .typeArguments:
            matchType(p, node, next)
        case .jsxElement:
            matchElement(p, node, next)
        case .try:
            matchTry(p, node, next)
        case .catch:
            matchCatch(p, node, next)
        case .tryExpression:
            guard kind == .tryExpression,
                Matcher.prefix(p, in: pattern.tree).elementsEqual(Matcher.prefix(node, in: tree))
            else { return }
            matchByRoles(p, node, next)
        case .new where kind == .new && tree.child(node, .arguments) == nil:
            let wanted = pattern.tree.child(p, .arguments).map { tables.children[Int($0)] } ?? []
            if wanted.allSatisfy({ pattern.tree.kind($0).isEllipsis }) { matchPart(.callee, of: p, node, next) }
        case .keyPath:
            matchKeyPath(p, node, next)
        case .cast:
            guard kind == .cast, Matcher.castOperator(p, in: pattern.tree) == Matcher.castOperator(node, in: tree)
            else { return }
            matchByRoles(p, node, next)
        case .assert:
            guard kind == .assert else { return }
            matchList(tables.children[Int(p)][...], Array(tree.children(node))[...], next)
        case .for, .forEach:
            if tables.children[Int(p)].contains(where: { isWholeHeader($0) }) {
                guard kind == .for || kind == .forEach else { return }
                matchPart(.body, of: p, node, next)
            } else if kind == wantedKind {
                matchByRoles(p, node, optional: Matcher.rolesThatPatternsLeaveOut.union([.condition]), next)
            }
        case .call where kind == .decorator:
            matchBareDecorator(p, node, next)
        case .call:
            guard kind == .call, mayFill(.argumentList, .arguments, of: node, p) else { return }
            matchByRoles(p, node, next)
        case .decorator:
            matchDecorator(p, node, next)
        case .return, .throw:
            guard kind == wantedKind else { return }
            matchByRoles(p, node, next)
        case .regex, .jsxText, .error, .wildcard:
            if kind == wantedKind, pattern.tree.text(p).elementsEqual(tree.text(node)) { next() }
        default:
            guard kind == wantedKind else { return }
            if tables.children[Int(p)].isEmpty, tree.firstChild(node) == nil {
                let leavesMatch =
                    !isNamedLeaf(kind) || pattern.tree.text(p).elementsEqual(tree.text(node))
                if leavesMatch { next() }
                return
            }
            matchByRoles(p, node, next)
        }
    }

    /// A key path may leave out its root type, which a metavariable in the pattern's stands for.
    private func matchKeyPath(_ p: NodeIndex, _ node: NodeIndex, _ next: () -> Void) {
        guard tree.kind(node) == .keyPath else { return }
        if tree.child(node, .type) == nil, let root = pattern.tree.child(p, .type), isHole(root) {
            matchPart(.value, of: p, node, next)
        } else {
            matchByRoles(p, node, optional: [], next)
        }
    }

    /// Whether a type in the pattern is a metavariable alone.
    private func isHole(_ type: NodeIndex) -> Bool {
        tables.children[Int(type)].first.map { pattern.tree.kind($0) } == .metavariable
    }

    /// Whether a call has as many arguments, or a function as many parameters, as the pattern asks for.
    func mayFill(_ kind: NodeKind, _ role: Role, of node: NodeIndex, _ p: NodeIndex) -> Bool {
        guard let wanted = pattern.tree.child(p, role), pattern.tree.kind(wanted) == kind,
            let list = tree.child(node, role), tree.kind(list) == kind
        else { return true }
        let least = tables.fewestChildren[Int(wanted)]
        let count = tree.childCount(list)
        return count == least || count > least && least < pattern.tree.childCount(wanted)
    }

    private func isNamedLeaf(_ kind: NodeKind) -> Bool {
        switch kind {
        case .keyPath, .macro, .relativeModule, .importNamespace: return true
        default: return false
        }
    }

    /// The ellipsis of `for (...)`.
    private func isWholeHeader(_ p: NodeIndex) -> Bool {
        pattern.tree.kind(p) == .ellipsis && pattern.tree.role(p) == .element
    }

    private func matchPart(_ role: Role, of p: NodeIndex, _ node: NodeIndex, _ next: () -> Void) {
        guard let wanted = pattern.tree.child(p, role) else { return next() }
        if let part = tree.child(node, role) { match(wanted, part, next) }
    }

    /// `@f` is `@f()`, in a pattern as in a file.
    private func matchDecorator(_ p: NodeIndex, _ node: NodeIndex, _ next: () -> Void) {
        guard tree.kind(node) == .decorator, let wanted = tables.children[Int(p)].first,
            let value = tree.firstChild(node)
        else { return }
        if pattern.tree.kind(wanted) == .call {
            matchBareDecorator(wanted, node, next)
            match(wanted, value, next)
        } else if tree.kind(value) != .call || pattern.tree.kind(wanted) == .ellipsis {
            match(wanted, value, next)
        } else if let arguments = tree.child(value, .arguments), tree.firstChild(arguments) == nil,
            let callee = tree.child(value, .callee)
        {
            match(wanted, callee, next)
        }
    }

    /// Matches a call with a decorator that is no call, as if it were one without arguments.
    private func matchBareDecorator(_ p: NodeIndex, _ node: NodeIndex, _ next: () -> Void) {
        guard let value = tree.firstChild(node), tree.kind(value) != .call, let callee = pattern.tree.child(p, .callee),
            let arguments = pattern.tree.child(p, .arguments)
        else { return }
        match(callee, value) { self.matchArguments(self.tables.children[Int(arguments)][...], [], next) }
    }

    private func simpleName(_ parameter: NodeIndex) -> NodeIndex? { tree.child(parameter, .name) }

    /// `a.b`, and `a. ... .b`: an ellipsis as a member's name passes over any calls and members.
    private func matchMember(_ p: NodeIndex, _ node: NodeIndex, _ next: () -> Void) {
        let wantedObject = pattern.tree.child(p, .object)
        guard let wantedName = pattern.tree.child(p, .name) else { return }
        if pattern.tree.kind(wantedName) == .ellipsis, let wantedObject {
            var current: NodeIndex? = node
            while let link = current, spend() {
                match(wantedObject, link, next)
                current = innerLink(link)
            }
            return
        }
        guard tree.kind(node) == .member, let name = tree.child(node, .name) else { return }
        let isOptional = pattern.tree.mainText(p).elementsEqual("?.".utf8)
        if isOptional, !tree.mainText(node).elementsEqual("?.".utf8) { return }
        let object = tree.child(node, .object)
        match(wantedName, name) {
            switch (wantedObject, object) {
            case (let wanted?, let object?): self.match(wanted, object, next)
            case (nil, nil): next()
            default: break
            }
        }
    }

    /// The next inner expression of a chain of calls, members and indexes.
    private func innerLink(_ node: NodeIndex) -> NodeIndex? {
        switch tree.kind(node) {
        case .member, .index: return tree.child(node, .object)
        case .call: return tree.child(node, .callee)
        case .await, .tryExpression, .parenthesized, .postfix, .cast: return tree.child(node, .value)
        default: return nil
        }
    }

    /// `as`, `as?`, `is` and their like; `<T>x` is `x as T`.
    private static func castOperator(_ node: NodeIndex, in tree: SyntaxTree) -> [UInt8] {
        guard let value = tree.child(node, .value), let type = tree.child(node, .type),
            tree.range(value).end <= tree.range(type).start
        else { return Array("as".utf8) }
        return tree.bytes[tree.range(value).end..<tree.range(type).start].filter { $0 > 0x20 }
    }

    /// What stands before the value, `try!`, say.
    private static func prefix(_ node: NodeIndex, in tree: SyntaxTree) -> ArraySlice<UInt8> {
        let start = tree.range(node).start
        return tree.bytes[start..<(tree.child(node, .value).map { tree.range($0).start } ?? start)]
            .prefix { $0 > 0x20 }
    }

    /// An assignment matches assignments and, unless the rule says otherwise, declarations with an initial value.
    private func matchAssignment(_ p: NodeIndex, _ node: NodeIndex, _ next: () -> Void) {
        switch tree.kind(node) {
        case .assignment:
            matchByRoles(p, node, next)
        case .declarator where options.declarationsAreAssignments:
            matchDefinition(p, target: .target, of: node, next)
        case .field where options.declarationsAreAssignments || options.fieldsAreAssignments:
            matchDefinition(p, target: .name, of: node, next)
        case .variableDeclaration where options.declarationsAreAssignments:
            for child in tree.children(node) where tree.kind(child) == .declarator {
                matchDefinition(p, target: .target, of: child, next)
            }
        case .expressionStatement:
            if let value = tree.child(node, .value) { match(p, value, next) }
        case .export:
            if let value = tree.child(node, .value) { match(p, value, next) }
        default:
            break
        }
    }

    private func matchDefinition(_ p: NodeIndex, target role: Role, of node: NodeIndex, _ next: () -> Void) {
        guard let wantedTarget = pattern.tree.child(p, .target), let name = tree.child(node, role) else { return }
        let wantedType = pattern.tree.child(p, .type)
        let type = tree.child(node, .type)
        if wantedType != nil, type == nil { return }
        match(wantedTarget, name) {
            func matchValue() {
                guard let wantedValue = pattern.tree.child(p, .value) else { return next() }
                if let value = tree.child(node, .value) { match(wantedValue, value, next) }
            }
            if let wantedType, let type { self.match(wantedType, type, matchValue) } else { matchValue() }
        }
    }

    /// `var` stands for `let` and `const` too.
    private func matchVariableDeclaration(_ p: NodeIndex, _ node: NodeIndex, _ next: () -> Void) {
        guard tree.kind(node) == .variableDeclaration else {
            if tree.kind(node) == .export, let value = tree.child(node, .value) { match(p, value, next) }
            return
        }
        let wanted = pattern.tree.mainText(p)
        guard options.letIsVariable && wanted.elementsEqual("var".utf8) || wanted.elementsEqual(tree.mainText(node)),
            modifiersAgree(p, node)
        else { return }
        let declarators = tree.children(node).filter { tree.kind($0) == .declarator }
        let wantedDeclarators = tables.children[Int(p)].filter { pattern.tree.kind($0) != .decorator }
        if wantedDeclarators.count == 1, declarators.count > 1 {
            for declarator in declarators { match(wantedDeclarators[0], declarator, next) }
            return
        }
        matchList(wantedDeclarators[...], declarators[...], next)
    }

    /// `a: b`, also met as `{b}` (for `b: b`) and as a method.
    private func matchPair(_ p: NodeIndex, _ node: NodeIndex, _ next: () -> Void) {
        let wantedKey = pattern.tree.child(p, .key) ?? pattern.tree.child(p, .name)
        let wantedValue = pattern.tree.child(p, .value) ?? pattern.tree.child(p, .name)
        guard let wantedKey, let wantedValue else { return }
        switch tree.kind(node) {
        case .pair:
            guard let key = tree.child(node, .key), let value = tree.child(node, .value) else { return }
            matchKey(wantedKey, key) { self.match(wantedValue, value, next) }
        case .shorthand:
            guard let name = tree.child(node, .name) else { return }
            matchKey(wantedKey, name) { self.match(wantedValue, name, next) }
        case .function
        where pattern.tree.kind(wantedValue) == .lambda || pattern.tree.kind(wantedValue) == .metavariable:
            guard let name = tree.child(node, .name) else { return }
            matchKey(wantedKey, name) { self.match(wantedValue, node, next) }
        default:
            break
        }
    }

    /// A key written as a name matches one written as a string.
    private func matchKey(_ p: NodeIndex, _ node: NodeIndex, _ next: () -> Void) {
        if pattern.tree.kind(p) == .identifier, tree.kind(node) == .string {
            if let value = target.stringValue(node), value.elementsEqual(pattern.tree.text(p)) { next() }
        } else if case .exactly(let text)? = pattern.strings[Int(p)], tree.kind(node) == .identifier {
            if tree.text(node).elementsEqual(text) { next() }
        } else if case .anything? = pattern.strings[Int(p)], tree.kind(node) == .identifier {
            next()
        } else if case .regularExpression(let expression)? = pattern.strings[Int(p)], tree.kind(node) == .identifier {
            if expression.firstMatch(in: Array(tree.text(node))) != nil { next() }
        } else if case .metavariable(let slot)? = pattern.strings[Int(p)], tree.kind(node) == .identifier {
            bind(Int32(slot), node: node, next)
        } else {
            match(p, node, next)
        }
    }

    /// Attributes in any order and possibly with others beside them; children only where the pattern has some.
    private func matchElement(_ p: NodeIndex, _ node: NodeIndex, _ next: () -> Void) {
        guard tree.kind(node) == .jsxElement else { return }
        if !options.elementMatchesWithChildren, isSelfClosing(p, in: pattern.tree), !isSelfClosing(node, in: tree) {
            return
        }
        let attributes: (NodeKind) -> Bool = { $0 == .jsxAttribute || $0 == .spread || $0 == .ellipsis }
        let wanted = tables.children[Int(p)]
        let wantedAttributes = wanted.filter { pattern.tree.role($0) == .element && attributes(pattern.tree.kind($0)) }
        let wantedChildren = wanted.filter { pattern.tree.role($0) == .child }
        let present = Array(tree.children(node))
        func matchRest() {
            matchUnordered(
                wantedAttributes, present.filter { tree.role($0) == .element }, partial: options.implicitAttributes
            ) {
                if wantedChildren.isEmpty { return next() }
                let children = present.filter { self.tree.role($0) == .child }
                if self.options.childrenAreOrdered {
                    self.matchList(wantedChildren[...], children[...], next)
                } else {
                    self.matchUnordered(wantedChildren, children, partial: false, next)
                }
            }
        }
        switch (pattern.tree.child(p, .name), tree.child(node, .name)) {
        case (let wantedName?, let name?): match(wantedName, name, matchRest)
        case (nil, nil): matchRest()
        default: break
        }
    }

    private func isSelfClosing(_ element: NodeIndex, in tree: SyntaxTree) -> Bool {
        tree.text(element).suffix(2).elementsEqual("/>".utf8)
    }
}
