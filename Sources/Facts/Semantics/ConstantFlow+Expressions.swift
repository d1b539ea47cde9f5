import Matching
import Syntax

extension ConstantFlow {
    /// The value of an expression that was evaluated.
    mutating func value(_ node: NodeIndex) -> Int32 {
        var node = node
        while tree.kind(node) == .parenthesized, folded[Int(node)] < 0, let inner = tree.firstChild(node) {
            node = inner
        }
        let value = folded[Int(node)]
        if value >= 0 { return value }
        return Literals.isLiteral(tree.kind(node)) ? ConstantValues.literal(node) : ConstantValues.unknown
    }

    /// Folds an expression's parts, inner ones first. Functions in it are followed by themselves.
    mutating func evaluateExpression(_ root: NodeIndex) {
        let start = scratch.count
        defer { scratch.removeLast(scratch.count - start) }
        var hasBindings = false
        let end = tree.subtreeEnd(root)
        var node = root
        while node < end {
            switch tree.kind(node) {
            case .lambda, .function, .class, .type, .import, .typeArguments:
                node = tree.subtreeEnd(node)
                continue
            case .identifier:
                if bindings[Int(node)] != .none {
                    hasBindings = true
                } else if variables[Int(node)] >= 0 {
                    scratch.append(node)
                }
            case .binary, .unary, .conditional, .parenthesized, .call, .member, .index, .interpolatedString,
                .concatenatedString:
                scratch.append(node)
            default: break
            }
            node += 1
        }
        // What the expression itself changes is not known anywhere in it, nor after it.
        if hasBindings { bindUnknown(in: root) }
        var index = scratch.count - 1
        while index >= start {
            fold(scratch[index])
            index -= 1
        }
    }

    mutating func fold(_ node: NodeIndex) {
        let result: Int32
        switch tree.kind(node) {
        case .identifier:
            let isRead = bindings[Int(node)] == .none
            result = isRead ? read(node) : ConstantValues.unknown
            if isRead, result == ConstantValues.unknown { noteReachingValue(at: node) }
        case .member: result = member(node)
        case .parenthesized: result = tree.firstChild(node).map { folded[Int($0)] } ?? ConstantValues.unknown
        case .call: result = call(node)
        case .binary: result = binary(node)
        case .unary, .conditional, .index, .interpolatedString, .concatenatedString:
            result = compute(node).map { flow.values.intern($0) } ?? ConstantValues.unknown
        default: return
        }
        folded[Int(node)] = result
    }

    private mutating func member(_ node: NodeIndex) -> Int32 {
        guard let definition = members.onlyValue(of: node) else { return ConstantValues.unknown }
        return flow.values.number(value(definition))
    }

    private mutating func binary(_ node: NodeIndex) -> Int32 {
        guard let left = tree.child(node, .left), let right = tree.child(node, .right) else {
            return ConstantValues.unknown
        }
        let operation = tree.mainText(node)
        guard let leftValue = flow.values.constant(value(left)) else {
            return choosesString(left, right, operation) ? flow.values.intern(.someString) : ConstantValues.unknown
        }
        if let result = evaluator.shortCircuit(operation, left: leftValue) { return flow.values.intern(result) }
        let result: Constant?
        if let rightValue = flow.values.constant(value(right)) {
            result = evaluator.binary(operation, leftValue, rightValue)
        } else if tree.kind(right) == .tuple, case .string(let template) = leftValue, evaluator.rules.percentFormats,
            operation.elementsEqual("%".utf8), let values = constants(of: right)
        {
            result = evaluator.format(template, with: values).map(Constant.string)
        } else if evaluator.rules.stringsRepeat, evaluator.isString(leftValue), operation.elementsEqual("*".utf8) {
            result = .someString
        } else {
            result = nil
        }
        return result.map { flow.values.intern($0) } ?? ConstantValues.unknown
    }

    /// Whether the node is `condition and "a" or "b"`, the old way to spell a conditional expression.
    private mutating func choosesString(_ left: NodeIndex, _ right: NodeIndex, _ operation: ArraySlice<UInt8>) -> Bool {
        guard operation.elementsEqual("or".utf8), tree.kind(left) == .binary,
            tree.mainText(left).elementsEqual("and".utf8), let first = tree.child(left, .right),
            let firstValue = flow.values.constant(value(first)), let second = flow.values.constant(value(right))
        else { return false }
        return evaluator.isString(firstValue) && evaluator.isString(second)
    }

    /// The values of all elements of a tuple or argument list.
    private mutating func constants(of list: NodeIndex) -> [Constant]? {
        var values: [Constant] = []
        for child in tree.children(list) {
            guard let constant = flow.values.constant(value(child)) else { return nil }
            values.append(constant)
        }
        return values
    }

    private mutating func call(_ node: NodeIndex) -> Int32 {
        guard evaluator.rules.percentFormats, let callee = tree.child(node, .callee), tree.kind(callee) == .member,
            let name = tree.child(callee, .name), tree.text(name).elementsEqual("format".utf8),
            let object = tree.child(callee, .object), case .string(let template)? = flow.values.constant(value(object)),
            let arguments = tree.child(node, .arguments), let values = constants(of: arguments),
            let text = evaluator.formatBraces(template, with: values)
        else { return ConstantValues.unknown }
        return flow.values.intern(.string(text))
    }

    private mutating func compute(_ node: NodeIndex) -> Constant? {
        switch tree.kind(node) {
        case .unary:
            guard let operand = tree.firstChild(node), let value = flow.values.constant(value(operand)) else {
                return nil
            }
            return evaluator.unary(tree.mainText(node), value)
        case .conditional:
            guard let condition = tree.child(node, .condition), let body = tree.child(node, .body),
                let alternate = tree.child(node, .alternate)
            else { return nil }
            guard let truth = truth(of: condition) else {
                return evaluator.either(
                    flow.values.constant(value(body)), flow.values.constant(value(alternate)))
            }
            return flow.values.constant(value(truth ? body : alternate))
        case .index:
            guard evaluator.rules.stringIndex, let object = tree.child(node, .object),
                let place = tree.child(node, .index),
                case .string(let text)? = flow.values.constant(value(object)),
                case .integer(let index)? = flow.values.constant(value(place))
            else { return nil }
            return evaluator.element(of: text, at: index)
        case .interpolatedString, .concatenatedString: return joined(node)
        default: return nil
        }
    }

    /// The text of a string made of parts.
    private mutating func joined(_ node: NodeIndex) -> Constant? {
        var text: [UInt8] = []
        var isKnown = true
        for child in tree.children(node) {
            var part = child
            if tree.kind(child) == .interpolation {
                guard let inner = tree.firstChild(child), tree.subtreeEnd(inner) == tree.subtreeEnd(child) else {
                    return nil
                }
                part = inner
            }
            guard let value = flow.values.constant(value(part)) else { return nil }
            if value == .someString {
                isKnown = false
            } else {
                guard let partText = evaluator.text(of: value) else { return nil }
                text += partText
            }
        }
        return isKnown ? .string(text) : .someString
    }
}
