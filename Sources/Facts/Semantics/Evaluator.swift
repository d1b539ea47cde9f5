import Matching
import Syntax

/// What operators make of known values; nil where the result is not known or the operation fails.
struct Evaluator: Sendable {
    let rules: EvaluationRules

    /// Whether a value counts as true in a condition.
    func truth(of value: Constant) -> Bool? {
        if case .boolean(let truth) = value { return truth }
        guard rules.emptyIsFalse else { return nil }
        switch value {
        case .string(let text): return !text.isEmpty
        case .integer(let number): return number != 0
        case .float(let number): return number != 0
        case .boolean(let truth): return truth
        case .null: return false
        case .someString: return nil
        }
    }

    func unary(_ operation: ArraySlice<UInt8>, _ value: Constant) -> Constant? {
        switch Operator(operation) {
        case .not: return truth(of: value).map { .boolean(!$0) }
        case .subtract:
            if case .integer(let number) = value, number != .min { return .integer(-number) }
            if case .float(let number) = value { return .float(-number) }
        case .add:
            if case .integer = value { return value }
            if case .float = value { return value }
        case .bitNot: if case .integer(let number) = value { return .integer(~number) }
        default: break
        }
        return nil
    }

    /// The operand that `and`, `or` and their like give by the left operand alone.
    func shortCircuit(_ operation: ArraySlice<UInt8>, left: Constant) -> Constant? {
        switch Operator(operation) {
        case .and: truth(of: left) == false ? left : nil
        case .or: truth(of: left) == true ? left : nil
        case .coalesce: left == .null ? nil : left
        default: nil
        }
    }

    func binary(_ operation: ArraySlice<UInt8>, _ left: Constant, _ right: Constant) -> Constant? {
        let operation = Operator(operation)
        switch operation {
        case .and: return truth(of: left).map { $0 ? right : left }
        case .or: return truth(of: left).map { $0 ? left : right }
        case .coalesce: return left == .null ? right : left
        case .equal: return equal(left, right).map(Constant.boolean)
        case .notEqual: return equal(left, right).map { .boolean(!$0) }
        default: break
        }
        switch (left, right) {
        case (.string(let left), .string(let right)): return strings(operation, left, right)
        case (.integer(let left), .integer(let right)): return integers(operation, left, right)
        case (.integer(let left), .float(let right)): return floats(operation, Double(left), right)
        case (.float(let left), .integer(let right)): return floats(operation, left, Double(right))
        case (.float(let left), .float(let right)): return floats(operation, left, right)
        default: return mixed(operation, left, right)
        }
    }

    /// What is known of a value that is one of two.
    func either(_ left: Constant?, _ right: Constant?) -> Constant? {
        guard let left, let right else { return nil }
        if left == right { return left }
        return isString(left) && isString(right) ? .someString : nil
    }

    func isString(_ value: Constant) -> Bool {
        switch value {
        case .string, .someString: true
        default: false
        }
    }

    /// How a value reads inside a text.
    func text(of value: Constant) -> [UInt8]? {
        switch value {
        case .string(let text): text
        case .integer(let number): Array(String(number).utf8)
        case .float, .boolean, .null, .someString: nil
        }
    }

    /// One character of a text that is all ASCII.
    func element(of text: [UInt8], at index: Int) -> Constant? {
        guard rules.stringIndex else { return nil }
        let place = index < 0 && rules.negativeIndexFromEnd ? text.count + index : index
        guard text.indices.contains(place), text.allSatisfy({ $0 < 0x80 }) else { return nil }
        return .string([text[place]])
    }

    func equal(_ left: Constant, _ right: Constant) -> Bool? {
        switch (left, right) {
        case (.string(let left), .string(let right)): left == right
        case (.integer(let left), .integer(let right)): left == right
        case (.float(let left), .float(let right)): left == right
        case (.boolean(let left), .boolean(let right)): left == right
        case (.null, .null): true
        case (.null, .string), (.string, .null): false
        default: nil
        }
    }

    private func strings(_ operation: Operator, _ left: [UInt8], _ right: [UInt8]) -> Constant? {
        switch operation {
        case .add: .string(left + right)
        case .less: .boolean(left.lexicographicallyPrecedes(right))
        case .greater: .boolean(right.lexicographicallyPrecedes(left))
        case .lessOrEqual: .boolean(!right.lexicographicallyPrecedes(left))
        case .greaterOrEqual: .boolean(!left.lexicographicallyPrecedes(right))
        case .remainder: rules.percentFormats ? format(left, with: [.string(right)]).map(Constant.string) : nil
        case .within: contains(right, left).map(Constant.boolean)
        // Between two operands it is the first word of `not in`.
        case .not: contains(right, left).map { .boolean(!$0) }
        default: nil
        }
    }

    private func contains(_ text: [UInt8], _ part: [UInt8]) -> Bool? {
        guard part.count <= text.count else { return false }
        // The search takes the product of the lengths at worst.
        guard part.count * text.count < 65_536 else { return nil }
        return (0...(text.count - part.count)).contains { text[$0..<($0 + part.count)].elementsEqual(part) }
    }

    private func mixed(_ operation: Operator, _ left: Constant, _ right: Constant) -> Constant? {
        switch (operation, left, right) {
        case (.add, .someString, .string), (.add, .string, .someString), (.add, .someString, .someString),
            (.multiply, .string, _), (.multiply, .someString, _), (.multiply, _, .string), (.multiply, _, .someString):
            return rules.stringsRepeat || operation == .add ? .someString : nil
        case (.add, .string(let text), _) where rules.plusConvertsToString:
            return self.text(of: right).map { .string(text + $0) }
        case (.add, _, .string(let text)) where rules.plusConvertsToString:
            return self.text(of: left).map { .string($0 + text) }
        case (.remainder, .string(let text), _) where rules.percentFormats:
            return format(text, with: [right]).map(Constant.string)
        default: return nil
        }
    }

    private func integers(_ operation: Operator, _ left: Int, _ right: Int) -> Constant? {
        switch operation {
        case .add: return checked(left.addingReportingOverflow(right))
        case .subtract: return checked(left.subtractingReportingOverflow(right))
        case .multiply: return checked(left.multipliedReportingOverflow(by: right))
        case .divide:
            guard right != 0 else { return nil }
            switch rules.division {
            case .truncated: return checked(left.dividedReportingOverflow(by: right))
            case .exact where right != -1 && left % right == 0: return .integer(left / right)
            case .exact, .float: return .float(Double(left) / Double(right))
            }
        // Languages round negative quotients differently; for others they agree.
        case .floorDivide: return left >= 0 && right > 0 ? .integer(left / right) : nil
        case .remainder: return left >= 0 && right > 0 ? .integer(left % right) : nil
        case .power: return power(left, right)
        case .less: return .boolean(left < right)
        case .greater: return .boolean(left > right)
        case .lessOrEqual: return .boolean(left <= right)
        case .greaterOrEqual: return .boolean(left >= right)
        case .bitAnd: return .integer(left & right)
        case .bitOr: return .integer(left | right)
        default: return nil
        }
    }

    private func floats(_ operation: Operator, _ left: Double, _ right: Double) -> Constant? {
        switch operation {
        case .add: .float(left + right)
        case .subtract: .float(left - right)
        case .multiply: .float(left * right)
        case .divide: right == 0 ? nil : .float(left / right)
        case .less: .boolean(left < right)
        case .greater: .boolean(left > right)
        case .lessOrEqual: .boolean(left <= right)
        case .greaterOrEqual: .boolean(left >= right)
        default: nil
        }
    }

    private func checked(_ result: (partialValue: Int, overflow: Bool)) -> Constant? {
        result.overflow ? nil : .integer(result.partialValue)
    }

    private func power(_ base: Int, _ exponent: Int) -> Constant? {
        guard (0...64).contains(exponent) else { return nil }
        var result = 1
        for _ in 0..<exponent {
            let (product, overflow) = result.multipliedReportingOverflow(by: base)
            if overflow { return nil }
            result = product
        }
        return .integer(result)
    }
}
