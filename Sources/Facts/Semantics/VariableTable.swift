import Syntax

/// What is known of the variables of one file, by variable.
struct VariableTable {
    /// The number of the function that the variable belongs to; 0 for the file.
    var functions: [Int32] = []
    /// How often it is given a value; a change in place (`+=`) counts as two.
    var definitionCounts: [Int32] = []
    /// The value of its first definition, -1 where that is no expression or declaration.
    var values: [NodeIndex] = []
    /// Its declared type or the class it was constructed from, -1 for none.
    var types: [NodeIndex] = []
    /// The index of its imported name, -1 for none.
    var qualified: [Int32] = []
    /// Whether a function other than its own gives it a value.
    var isShared: [Bool] = []
    /// Of a variable whose declaration repeats the name of another in the same scope, that other.
    var replaced: [Int32: Int32] = [:]
    /// Of a variable that is given what another of its name holds (`if let x`), that other.
    var rebound: [Int32: Int32] = [:]

    var count: Int { functions.count }

    /// Makes room for so many variables at once.
    mutating func reserve(_ count: Int) {
        functions.reserveCapacity(count)
        definitionCounts.reserveCapacity(count)
        values.reserveCapacity(count)
        types.reserveCapacity(count)
        qualified.reserveCapacity(count)
        isShared.reserveCapacity(count)
    }

    mutating func add(function: Int32) -> Int32 {
        functions.append(function)
        definitionCounts.append(0)
        values.append(-1)
        types.append(-1)
        qualified.append(-1)
        isShared.append(false)
        return Int32(truncatingIfNeeded: functions.count - 1)
    }

    /// The value of the only definition, -1 where there are more or none.
    func onlyValue(_ variable: Int) -> NodeIndex { definitionCounts[variable] == 1 ? values[variable] : -1 }
}
