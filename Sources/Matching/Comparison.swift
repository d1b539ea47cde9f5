import SourceText

/// A `metavariable-comparison`, parsed: Python's expression syntax over metavariables, literals, arithmetic, comparisons,
/// `and`, `or`, `not`, `in`, and the functions `int`, `float`, `str`, `len`, `re.match`, `today` and `strptime`.
public struct Comparison: Sendable {
    /// What an expression evaluates to.
    public enum Value: Hashable, Sendable {
        case number(Double)
        case string([UInt8])
        case boolean(Bool)
        case list([Value])
    }

    indirect enum Expression: Sendable {
        case literal(Value)
        case metavariable(Int)
        case unary(String, Expression)
        case binary(String, Expression, Expression)
        case list([Expression])
        case call(String, [Expression])
    }

    let expression: Expression
    /// Read text as a number in this base; nil reads Python's literals.
    let base: Int?
    /// Take quotes off a string literal before reading it.
    let stripQuotes: Bool

    /// What stands for `today()` among the metavariables: the seconds from 1970 to the start of the day.
    static let todaySlot = -1

    /// The metavariables in it.
    public var slots: Set<Int> {
        var slots: Set<Int> = []
        var open = [expression]
        while let next = open.popLast() {
            switch next {
            case .literal: break
            case .metavariable(let slot): if slot != Comparison.todaySlot { slots.insert(slot) }
            case .unary(_, let operand): open.append(operand)
            case .binary(_, let left, let right): open += [left, right]
            case .list(let parts), .call(_, let parts): open += parts
            }
        }
        return slots
    }

    /// Whether the comparison holds; an expression that cannot be evaluated does not. `value` gives a metavariable's value.
    func holds(for value: (Int) -> Value?) -> Bool {
        guard let result = evaluate(expression, value) else { return false }
        return Comparison.truth(result)
    }

    private func evaluate(_ expression: Expression, _ value: (Int) -> Value?) -> Value? {
        switch expression {
        case .literal(let literal):
            return literal
        case .metavariable(let slot):
            guard let bound = value(slot) else { return nil }
            if case .string(let text) = bound, base != nil || stripQuotes, let number = number(text) {
                return .number(number)
            }
            return bound
        case .unary(let name, let operand):
            guard let operand = evaluate(operand, value) else { return nil }
            if name == "not" { return .boolean(!Comparison.truth(operand)) }
            guard case .number(let number) = operand else { return nil }
            return name == "-" ? .number(-number) : name == "~" ? integer(number).map { .number(Double(~$0)) } : operand
        case .binary(let name, let left, let right):
            return binary(name, left, right, value)
        case .list(let elements):
            var values: [Value] = []
            for element in elements {
                guard let value = evaluate(element, value) else { return nil }
                values.append(value)
            }
            return .list(values)
        case .call(let name, let arguments):
            return call(name, arguments.map { evaluate($0, value) })
        }
    }

    private func binary(
        _ name: String, _ left: Expression, _ right: Expression, _ value: (Int) -> Value?
    ) -> Value? {
        guard let a = evaluate(left, value) else { return nil }
        if name == "and" { return Comparison.truth(a) ? evaluate(right, value) : a }
        if name == "or" { return Comparison.truth(a) ? a : evaluate(right, value) }
        guard let b = evaluate(right, value) else { return nil }
        switch (name, a, b) {
        case ("==", _, _): return .boolean(a == b)
        case ("!=", _, _): return .boolean(a != b)
        case ("in", _, .list(let values)): return .boolean(values.contains(a))
        case ("not in", _, .list(let values)): return .boolean(!values.contains(a))
        case ("in", .string(let part), .string(let whole)): return .boolean(Comparison.contains(whole, part))
        case ("not in", .string(let part), .string(let whole)): return .boolean(!Comparison.contains(whole, part))
        case ("+", .string(let x), .string(let y)): return .string(x + y)
        case (_, .number(let x), .number(let y)): return arithmetic(name, x, y)
        case (_, .string(let x), .string(let y)):
            switch name {
            case "<": return .boolean(x.lexicographicallyPrecedes(y))
            case ">": return .boolean(y.lexicographicallyPrecedes(x))
            case "<=": return .boolean(!y.lexicographicallyPrecedes(x))
            case ">=": return .boolean(!x.lexicographicallyPrecedes(y))
            default: return nil
            }
        default: return nil
        }
    }

    private func arithmetic(_ name: String, _ x: Double, _ y: Double) -> Value? {
        switch name {
        case "<": return .boolean(x < y)
        case "<=": return .boolean(x <= y)
        case ">": return .boolean(x > y)
        case ">=": return .boolean(x >= y)
        case "+": return .number(x + y)
        case "-": return .number(x - y)
        case "*": return .number(x * y)
        case "/": return y == 0 ? nil : .number(x / y)
        case "//": return y == 0 ? nil : .number((x / y).rounded(.down))
        case "%": return y == 0 ? nil : .number(x - y * (x / y).rounded(.down))
        case "**":
            guard let exponent = integer(y), exponent >= 0, exponent < 1024 else { return nil }
            return .number((0..<exponent).reduce(1.0) { power, _ in power * x })
        default:
            guard let a = integer(x), let b = integer(y) else { return nil }
            switch name {
            case "&": return .number(Double(a & b))
            case "|": return .number(Double(a | b))
            case "^": return .number(Double(a ^ b))
            case "<<": return b >= 0 && b < 63 ? .number(Double(a << b)) : nil
            case ">>": return b >= 0 && b < 63 ? .number(Double(a >> b)) : nil
            default: return nil
            }
        }
    }

    private func call(_ name: String, _ arguments: [Value?]) -> Value? {
        guard let first = arguments.first, let first else { return nil }
        switch (name, first) {
        case ("int", .string(let text)): return number(text).map(Value.number)
        case ("int", .number(let number)): return .number(number.rounded(.towardZero))
        case ("float", .string(let text)): return number(text).map(Value.number)
        case ("float", .number): return first
        case ("str", .number(let number)):
            return .string(Array((integer(number).map(String.init) ?? String(number)).utf8))
        case ("str", .string): return first
        case ("strptime", .string(let text)):
            let date = CalendarDate(String(decoding: unquoted(text), as: UTF8.self))
            return date.map { .number(Double($0.secondsSince1970)) }
        case ("len", .string(let text)): return .number(Double(text.count))
        case ("len", .list(let values)): return .number(Double(values.count))
        case ("re.match", .string(let source)):
            guard arguments.count == 2, case .string(let text)? = arguments[1],
                let expression = try? RegularExpression(source, options: [])
            else { return nil }
            return .boolean(expression.matchesAtStart(of: text))
        default: return nil
        }
    }

    /// A number as Python writes it, in `base` where one is set, with or without quotes.
    private func number(_ text: [UInt8]) -> Double? {
        let text = unquoted(text)
        if let base, base != 10 {
            var digits = text.filter { $0 != UInt8(ascii: "_") }
            if digits.count > 2, digits[0] == UInt8(ascii: "0"), digits[1] > UInt8(ascii: "9") { digits.removeFirst(2) }
            return Int(String(decoding: digits, as: UTF8.self), radix: base).map(Double.init)
        }
        switch NumberLiteral.value(of: text) {
        case .integer(let number): return Double(number)
        case .float(let number): return number
        default: return nil
        }
    }

    private func unquoted(_ text: [UInt8]) -> ArraySlice<UInt8> {
        guard let first = text.first, first == UInt8(ascii: "\"") || first == UInt8(ascii: "'"), text.last == first
        else { return text[...] }
        return text.dropFirst().dropLast()
    }

    private func integer(_ number: Double) -> Int? {
        number.rounded() == number && abs(number) < 9e15 ? Int(number) : nil
    }

    private static func truth(_ value: Value) -> Bool {
        switch value {
        case .boolean(let truth): return truth
        case .number(let number): return number != 0
        case .string(let text): return !text.isEmpty
        case .list(let values): return !values.isEmpty
        }
    }

    private static func contains(_ whole: [UInt8], _ part: [UInt8]) -> Bool {
        if part.isEmpty { return true }
        guard part.count <= whole.count else { return false }
        return (0...(whole.count - part.count)).contains { whole[$0...].starts(with: part) }
    }
}
