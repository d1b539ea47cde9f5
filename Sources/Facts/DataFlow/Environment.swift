/// What is known at a point of a function: one value for each slot (a variable, or a variable's field), with a record of
/// changes, so that branching, joining and undoing cost what was changed, not what is known.
struct Environment {
    /// What a slot holds that nothing was assigned to on any path.
    static let unassigned = Int32.min

    /// The slots that one path changed, with their values at its end.
    struct Changes {
        fileprivate var slots: [Int32] = []
        fileprivate var values: [Int32] = []
        /// Whether the path's end is reached at all.
        var isReachable = true

        /// How many slots it changed.
        var count: Int { slots.count }
    }

    /// Whether the point can be reached.
    var isReachable = true
    private var values: [Int32]
    private var log: [Entry] = []
    private var stamps: [Int32]
    private var stamp: Int32 = 0
    private var joined: [Int32]
    private var joinedCounts: [Int32]

    private struct Entry {
        var slot: Int32
        var old: Int32
    }

    init(slots count: Int) {
        values = [Int32](repeating: Self.unassigned, count: count)
        stamps = [Int32](repeating: 0, count: count)
        joined = stamps
        joinedCounts = stamps
    }

    /// A place in the record of changes.
    var mark: Int { log.count }

    subscript(slot: Int32) -> Int32 { Int(slot) < values.count ? values[Int(slot)] : Self.unassigned }

    mutating func set(_ slot: Int32, to value: Int32) {
        let index = Int(slot)
        if index >= values.count {
            let missing = index + 1 - values.count
            values += [Int32](repeating: Self.unassigned, count: missing)
            stamps += [Int32](repeating: 0, count: missing)
            joined += [Int32](repeating: 0, count: missing)
            joinedCounts += [Int32](repeating: 0, count: missing)
        }
        guard values[index] != value else { return }
        log.append(Entry(slot: slot, old: values[index]))
        values[index] = value
    }

    /// Undoes everything since `mark` and returns what it was.
    mutating func rewind(to mark: Int) -> Changes {
        var changes = Changes(isReachable: isReachable)
        stamp += 1
        for entry in log[mark...] where stamps[Int(entry.slot)] != stamp {
            stamps[Int(entry.slot)] = stamp
            changes.slots.append(entry.slot)
            changes.values.append(values[Int(entry.slot)])
        }
        while log.count > mark, let entry = log.popLast() { values[Int(entry.slot)] = entry.old }
        isReachable = true
        return changes
    }

    /// The join of all values that each slot changed since `mark` had since then, leaving the state as it is: what holds
    /// where any point in between may have been left.
    mutating func joinOfAll(since mark: Int, values join: inout some FlowValues) -> Changes {
        var changes = Changes()
        stamp += 1
        for entry in log[mark...] {
            let slot = Int(entry.slot)
            if stamps[slot] != stamp {
                stamps[slot] = stamp
                joined[slot] = values[slot]
                changes.slots.append(entry.slot)
            }
            joined[slot] = join.join(joined[slot], entry.old)
        }
        changes.values = changes.slots.map { joined[Int($0)] }
        return changes
    }

    /// What was changed since `mark`, leaving the state as it is, joined with what another path changed since then.
    mutating func changes(since mark: Int, joinedWith other: Changes?, values join: inout some FlowValues) -> Changes {
        var changes = Changes()
        stamp += 1
        for entry in log[mark...] where stamps[Int(entry.slot)] != stamp {
            stamps[Int(entry.slot)] = stamp
            joined[Int(entry.slot)] = entry.old
            changes.slots.append(entry.slot)
        }
        guard let other else {
            changes.values = changes.slots.map { values[Int($0)] }
            return changes
        }
        for index in other.slots.indices {
            let slot = Int(other.slots[index])
            if stamps[slot] != stamp {
                stamps[slot] = stamp
                changes.slots.append(other.slots[index])
            }
            joined[slot] = other.values[index]
        }
        changes.values = changes.slots.map { join.join(values[Int($0)], joined[Int($0)]) }
        return changes
    }

    /// Continues from where several paths meet. Each path's changes are relative to the state now.
    mutating func merge(_ paths: [Changes], values join: inout some FlowValues) {
        var reachable: Int32 = 0
        for path in paths where path.isReachable { reachable += 1 }
        guard reachable > 0 else {
            isReachable = false
            return
        }
        isReachable = true
        stamp += 1
        for path in paths where path.isReachable {
            for index in path.slots.indices {
                let slot = Int(path.slots[index])
                if stamps[slot] != stamp {
                    stamps[slot] = stamp
                    joined[slot] = path.values[index]
                    joinedCounts[slot] = 1
                } else {
                    joined[slot] = join.join(joined[slot], path.values[index])
                    joinedCounts[slot] += 1
                }
            }
        }
        for path in paths where path.isReachable {
            for slot in path.slots where joinedCounts[Int(slot)] > 0 {
                let index = Int(slot)
                let value = joinedCounts[index] < reachable ? join.join(joined[index], values[index]) : joined[index]
                joinedCounts[index] = 0
                set(slot, to: value)
            }
        }
    }

    /// Forgets everything, for the next function.
    mutating func reset() {
        _ = rewind(to: 0)
        isReachable = true
    }
}
