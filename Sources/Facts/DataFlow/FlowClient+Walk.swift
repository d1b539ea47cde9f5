import Syntax

extension FlowClient {
    /// Follows a statement, or a block of them, from the state that the environment holds to the state after it. What
    /// cannot be reached is not visited.
    mutating func walk(_ node: NodeIndex) {
        guard flow.environment.isReachable, flow.depth < SyntaxLimits.depth * 2 else {
            // A function may be called from before it, wherever it stands.
            if tree.kind(node) == .function { declare(node) }
            return
        }
        flow.depth += 1
        defer { flow.depth -= 1 }
        switch tree.kind(node) {
        case .file, .block, .error: walkChildren(node)
        case .expressionStatement: if let value = tree.firstChild(node) { evaluate(value) }
        case .export, .namespace: walkChildren(node)
        case .labeled: labeled(node)
        case .return:
            for child in tree.children(node) {
                evaluate(child)
                returned(child)
            }
            flow.environment.isReachable = false
        case .throw:
            for child in tree.children(node) { evaluate(child) }
            if let index = flow.exits.lastIndex(where: { $0.kind == .try }) { flow.leave(index, by: \.breaks) }
            flow.environment.isReachable = false
        case .break, .continue: exit(node)
        case .if: conditional(node)
        case .guard: guardStatement(node)
        case .while, .doWhile: loop(node)
        case .for:
            if let initializer = tree.child(node, .initializer) { walk(initializer) }
            loop(node)
        case .forEach:
            if let iterable = tree.child(node, .iterable) { evaluate(iterable) }
            loop(node)
        case .switch: switchStatement(node)
        case .try: tryStatement(node)
        case .with: withStatement(node)
        case .defer: flow.merge([path(tree.firstChild(node)), path(nil)])
        case .conditionalCompilation:
            var ends = [path(nil)]
            for clause in tree.children(node) { ends.append(path(clause)) }
            flow.merge(ends)
        case .function: declare(node)
        case .class:
            declare(node)
            if let body = tree.child(node, .body) { walkChildren(body) }
        case .empty, .scopeDeclaration, .typeAlias: break
        default: evaluate(node)
        }
    }

    private mutating func walkChildren(_ node: NodeIndex) {
        var deferred: [NodeIndex] = []
        for child in tree.children(node) {
            if tree.kind(child) == .defer, flow.environment.isReachable { deferred.append(child) } else { walk(child) }
        }
        // Deferred statements run on the way out, where the block is left early too.
        let isReachable = flow.environment.isReachable
        flow.environment.isReachable = isReachable || !deferred.isEmpty
        for node in deferred.reversed() { if let body = tree.firstChild(node) { walk(body) } }
        flow.environment.isReachable = isReachable
    }

    /// Walks one of several paths and comes back, with what it changed.
    private mutating func path(_ node: NodeIndex?) -> Environment.Changes {
        let mark = flow.environment.mark
        if let node { walk(node) }
        return flow.environment.rewind(to: mark)
    }

    // MARK: Conditions

    /// Evaluates the conditions of a statement; whether all of them are known to hold, or one is known not to.
    private mutating func testCondition(_ node: NodeIndex) -> Bool? {
        var truth: Bool? = true
        for child in tree.children(node) where isCondition(child, of: node) {
            evaluate(child)
            switch self.truth(of: child) {
            case false: return false
            case nil: truth = nil
            default: break
            }
        }
        return tree.child(node, .condition) == nil && tree.kind(node) != .for ? nil : truth
    }

    private func isCondition(_ child: NodeIndex, of node: NodeIndex) -> Bool {
        switch tree.role(child) {
        case .condition: true
        case .element, .pattern: tree.kind(child) == .optionalBinding
        default: false
        }
    }

    private mutating func conditional(_ node: NodeIndex) {
        let body = tree.child(node, .body)
        let alternate = tree.child(node, .alternate)
        switch testCondition(node) {
        case true: if let body { walk(body) }
        case false: if let alternate { walk(alternate) }
        case nil: flow.merge([path(body), path(alternate)])
        }
    }

    private mutating func guardStatement(_ node: NodeIndex) {
        let truth = testCondition(node)
        guard truth != true, let alternate = tree.child(node, .alternate) else { return }
        if truth == false { return walk(alternate) }
        flow.merge([path(alternate), path(nil)])
    }

    // MARK: Loops

    /// Walks a loop's body, once or as often as the client asks, each time from the join of all that came before.
    private mutating func loop(_ node: NodeIndex) {
        let entersAlways = tree.kind(node) == .doWhile
        var isEndless = false
        var breaks: [Environment.Changes] = []
        for round in 0..<max(enterLoop(node), 1) {
            let mark = flow.environment.mark
            let truth = entersAlways ? true : startIteration(node)
            if truth == false, round == 0 { break }
            let exit = walk(tree.child(node, .body), leaving: FlowExit(kind: .loop, mark: mark))
            if let early = changes(of: exit.continues, since: mark) {
                let end = flow.environment.rewind(to: mark)
                flow.merge([end, early])
            }
            if let early = changes(of: exit.breaks, since: mark) { breaks.append(early) }
            if flow.environment.isReachable {
                if let update = tree.child(node, .update) { evaluate(update) }
                if entersAlways { _ = testCondition(node) }
            }
            isEndless = truth == true && !entersAlways
            let end = flow.environment.rewind(to: mark)
            // What a body that always runs leaves is all there is; else the state before may hold after it too.
            flow.merge(entersAlways ? [end] : [end, Environment.Changes()])
            // Another round would see nothing new.
            if flow.environment.mark == mark || !flow.environment.isReachable { break }
        }
        if isEndless { flow.environment.isReachable = false }
        if flow.environment.isReachable, let alternate = tree.child(node, .alternate) { walk(alternate) }
        if flow.environment.isReachable { breaks.append(Environment.Changes()) }
        flow.merge(breaks)
    }

    /// Walks a part of a statement that paths may leave early; the paths that did.
    private mutating func walk(_ part: NodeIndex?, leaving exit: FlowExit) -> FlowExit {
        flow.exits.append(exit)
        if let part { walk(part) }
        return flow.exits.popLast() ?? exit
    }

    /// What the paths that left a statement early changed, which may be anything that was seen in it.
    private mutating func changes(of paths: FlowExit.Paths, since mark: Int) -> Environment.Changes? {
        switch paths {
        case .none: nil
        case .some(let changes): changes
        case .someIncomplete: flow.joinOfAll(since: mark)
        }
    }

    private mutating func startIteration(_ node: NodeIndex) -> Bool? {
        guard tree.kind(node) == .forEach else { return testCondition(node) }
        if let target = tree.child(node, .target) { bind(target, toPartOf: tree.child(node, .iterable)) }
        if let condition = tree.child(node, .condition) { evaluate(condition) }
        return nil
    }

    /// `break` and `continue` end the path; where they go to is told what is known on it. Which of the statements around has
    /// the label of one with a label is not asked.
    private mutating func exit(_ node: NodeIndex) {
        let isContinue = tree.kind(node) == .continue
        let isLabeled = isLabeled(node)
        for index in flow.exits.indices.reversed() {
            let kind = flow.exits[index].kind
            let passes = kind == .try || isContinue && kind == .switch
            if !passes, isLabeled || !isContinue { flow.leave(index, by: \.breaks) }
            if !passes, isContinue { flow.leave(index, by: \.continues) }
            if !passes && !isLabeled { break }
        }
        flow.environment.isReachable = false
    }

    private func isLabeled(_ exit: NodeIndex) -> Bool {
        let label = Int(tree.firstTokens[Int(exit)]) + 1
        return label < Int(tree.endTokens[Int(exit)]) && tree.tokens.kinds[label] == .identifier
    }

    private mutating func labeled(_ node: NodeIndex) {
        if let body = tree.child(node, .body) { walk(body) }
        // A labelled break may come here from anywhere in the body.
        flow.environment.isReachable = true
    }

    // MARK: Switches

    private mutating func switchStatement(_ node: NodeIndex) {
        let subject = tree.child(node, .subject)
        if let subject { evaluate(subject) }
        // A `break` in a case of `match` is for the loop around.
        let isLeftByBreak = !tree.mainText(node).elementsEqual("match".utf8)
        var ends: [Environment.Changes] = []
        var falling: Environment.Changes?
        var isExhausted = false
        for matchCase in tree.children(node) where tree.kind(matchCase) == .case {
            for pattern in tree.children(matchCase) where tree.role(pattern) == .pattern {
                matchLabel(pattern, of: subject)
            }
            let truth = subject.map { matches(matchCase, subject: $0) } ?? nil
            let isEntered = truth != false && !isExhausted
            guard isEntered || falling != nil else { continue }
            let mark = flow.environment.mark
            flow.merge([falling, isEntered ? Environment.Changes() : nil].compactMap { $0 })
            falling = nil
            if let condition = tree.child(matchCase, .condition) { evaluate(condition) }
            var isEnded = false
            if isLeftByBreak {
                flow.exits.append(FlowExit(kind: .switch, mark: mark))
                isEnded = walkCase(matchCase)
                if let exit = flow.exits.popLast(), let early = changes(of: exit.breaks, since: mark) {
                    ends.append(early)
                }
            } else if let body = tree.child(matchCase, .body) {
                walk(body)
            }
            let end = flow.environment.rewind(to: mark)
            if casesFallThrough && !isEnded {
                if end.isReachable { falling = end }
            } else {
                ends.append(end)
            }
            if truth == true { isExhausted = true }
        }
        if let falling { ends.append(falling) }
        // A default without a pattern comes last in effect, wherever it stands.
        if !isExhausted { ends.append(Environment.Changes()) }
        flow.merge(ends)
    }

    /// Gives the names in a case's pattern their part of the subject; what is compared with it is no target.
    private mutating func matchLabel(_ pattern: NodeIndex, of subject: NodeIndex?) {
        if casesFallThrough || tree.kind(pattern) == .member { return evaluate(pattern) }
        bind(pattern, toPartOf: subject)
    }

    /// Walks a case's statements; whether they end with a `break` of the switch itself, whose state is the state now.
    private mutating func walkCase(_ matchCase: NodeIndex) -> Bool {
        guard let body = tree.child(matchCase, .body) else { return false }
        guard tree.kind(body) == .block else {
            walk(body)
            return false
        }
        for statement in tree.children(body) {
            if tree.kind(statement) == .break, !isLabeled(statement), flow.environment.isReachable { return true }
            walk(statement)
        }
        return false
    }

    // MARK: Exceptions and resources

    private mutating func tryStatement(_ node: NodeIndex) {
        let mark = flow.environment.mark
        let exit = walk(tree.child(node, .body), leaving: FlowExit(kind: .try, mark: mark))
        var ends: [Environment.Changes] = []
        let mayThrow = tree.child(node, .body).map(mayThrow) ?? true
        let handlers = tree.children(node).filter { tree.kind($0) == .catch && mayThrow }
        let finalizer = tree.child(node, .finalizer)
        let needsThrown = !handlers.isEmpty || finalizer != nil
        // Anything that was seen in the body may hold when something in it throws.
        var thrown = [needsThrown ? flow.joinOfAll(since: mark) : Environment.Changes()]
        if let early = changes(of: exit.breaks, since: mark) { thrown.append(early) }
        if let alternate = tree.child(node, .alternate) { walk(alternate) }
        ends.append(flow.environment.rewind(to: mark))
        for handler in handlers {
            flow.merge(thrown)
            for pattern in tree.children(handler) where tree.role(pattern) == .pattern { evaluate(pattern) }
            if let name = tree.child(handler, .name) { bind(name, toPartOf: nil) }
            if let body = tree.child(handler, .body) { walk(body) }
            ends.append(flow.environment.rewind(to: mark))
        }
        flow.merge(ends)
        guard let finalizer else { return }
        if flow.environment.isReachable { return walk(finalizer) }
        // The finalizer runs on the way out too.
        flow.merge(thrown)
        walk(finalizer)
        flow.environment.isReachable = false
    }

    /// Whether anything in a `try` can be left early: more than names and literals, moved about.
    private func mayThrow(_ body: NodeIndex) -> Bool {
        (body..<tree.subtreeEnd(body)).contains { node in
            switch tree.kind(node) {
            case .block, .empty, .expressionStatement, .assignment, .variableDeclaration, .declarator, .identifier,
                .string, .number, .boolean, .null, .parenthesized, .break, .continue, .try:
                false
            default: true
            }
        }
    }

    private mutating func withStatement(_ node: NodeIndex) {
        for item in tree.children(node) where tree.kind(item) == .withItem {
            let value = tree.child(item, .value)
            if let value { evaluate(value) }
            if let target = tree.child(item, .target) { bind(target, toPartOf: value) }
        }
        if let body = tree.child(node, .body) { walk(body) }
    }
}
