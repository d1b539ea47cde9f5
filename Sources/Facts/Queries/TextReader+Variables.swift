import Matching
import SourceText
import Syntax

extension TextReader {
    /// The text that a variable holds where it is used: its value, and what was added to it before in the same function.
    func variable(_ node: NodeIndex, depth: Int) -> BuiltText? {
        if let known = facts.textsOfUses[node] { return known }
        facts.textsOfUses[node] = .some(nil)
        let text = makeText(ofVariableAt: node, depth: depth)
        facts.textsOfUses[node] = .some(text)
        return text
    }

    private func makeText(ofVariableAt node: NodeIndex, depth: Int) -> BuiltText? {
        let semantics = facts.target.semantics
        let variable = semantics.variables[Int(node)]
        guard variable >= 0 else { return nil }
        let text: BuiltText?
        if let value = facts.onlyValue(ofVariable: variable) {
            text = value == node ? nil : self.text(of: value, depth: depth + 1)
        } else {
            text = grown(variable, at: node, depth: depth)
        }
        return isParameterized(variable) ? text?.bound() : text
    }

    /// Whether the variable is declared with a type of text that makes parameters of what is put in: any but plain strings.
    func isParameterized(_ variable: Int32) -> Bool {
        let type = facts.target.semantics.variableTypes[Int(variable)]
        guard type >= 0, tree.kind(type) == .type || tree.kind(type) == .typeOther else { return false }
        return !facts.means(.plainTextType, type)
    }

    /// A text that is built up: the last value assigned before the use, and every addition after it.
    private func grown(_ variable: Int32, at use: NodeIndex, depth: Int) -> BuiltText? {
        let function = FunctionTable.enclosing(use, in: tree)
        var text: BuiltText?
        var last: NodeIndex?
        for other in facts.uses(of: variable) where other < use {
            guard FunctionTable.enclosing(other, in: tree) == function, tree.role(other) == .target else { continue }
            let change = tree.parent(other)
            guard let value = tree.child(change, .value), !(value..<tree.subtreeEnd(value)).contains(use) else {
                continue
            }
            switch tree.kind(change) {
            case .augmentedAssignment:
                guard tree.mainText(change).elementsEqual("+=".utf8), let known = text else { return nil }
                text = known + inner(value, mixer: change, isFirst: false, depth: depth).mixed(by: change)
            case .declarator, .assignment:
                if let added = addition(to: variable, in: value), let known = text {
                    text = known + inner(added, mixer: change, isFirst: false, depth: depth).mixed(by: change)
                } else {
                    // A value that is no text may be the one that is left when a later assignment is not reached.
                    guard let assigned = self.text(of: value, depth: depth + 1) else { return nil }
                    // Of what two branches give, one that a value is put into, else the longer one: what matters is what
                    // may be there.
                    let isAlternative = last.map { !facts.executionPaths.mayReach($0, change) } ?? false
                    if !isAlternative || assigned.saysMore(than: text) { text = assigned }
                    last = change
                }
            default: return nil
            }
            if let text, text.parts.count > Self.partLimit { return nil }
        }
        return text
    }

    /// The elements of a list that is written out and added to one by one before it is used: `parts.push('LIMIT 10')`; nil where
    /// anything else is done to it.
    func elementsAdded(to list: NodeIndex) -> [NodeIndex]? {
        guard tree.kind(list) == .identifier, let value = facts.onlyValue(of: list),
            tree.kind(unwrapped(value)) == .array
        else { return nil }
        let function = FunctionTable.enclosing(list, in: tree)
        var elements = Array(tree.children(unwrapped(value)))
        for use in facts.uses(ofVariableAt: list) where use < list && tree.role(use) != .target {
            let member = tree.parent(use)
            guard FunctionTable.enclosing(use, in: tree) == function, tree.role(use) == .object,
                tree.kind(member) == .member, let name = tree.child(member, .name)
            else { return nil }
            if tree.role(member) == .callee, facts.means(.addsElement, name),
                let arguments = tree.child(tree.parent(member), .arguments)
            {
                elements += tree.children(arguments)
            } else if !facts.means(.countsRows, name) {
                return nil
            }
        }
        return elements
    }

    /// `x` of `sql = sql + x`.
    private func addition(to variable: Int32, in value: NodeIndex) -> NodeIndex? {
        guard tree.kind(value) == .binary, tree.mainText(value).elementsEqual("+".utf8),
            let left = tree.child(value, .left), let right = tree.child(value, .right), tree.kind(left) == .identifier,
            facts.target.semantics.variables[Int(left)] == variable
        else { return nil }
        return right
    }
}

extension FileFacts {
    /// The identifiers that denote the same variable as one of them.
    func uses(ofVariableAt identifier: NodeIndex) -> ArraySlice<NodeIndex> {
        let variable = target.semantics.variables[Int(identifier)]
        return variable >= 0 ? uses(of: variable) : []
    }
}
