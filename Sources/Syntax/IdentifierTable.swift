/// The names in a file, numbered in the order of their first occurrence: identifiers, keywords (which many languages allow
/// as member names) and `#names`. Comparing two names is comparing two integers, and whether a file holds a name at all is
/// one look-up.
public struct IdentifierTable: Sendable {
    /// By token: the number of its name, -1 for a token that is no name.
    public let ids: [Int32]
    @usableFromInline let bytes: [UInt8]
    @usableFromInline let starts: [UInt32]
    @usableFromInline let ends: [UInt32]
    /// Open addressing over name numbers; -1 is a free slot, the length a power of two.
    @usableFromInline let slots: [Int32]

    /// The number of different names.
    @inlinable public var count: Int { starts.count }

    public init(of tree: SyntaxTree) { self.init(bytes: tree.bytes, tokens: tree.tokens) }

    public init(bytes: [UInt8], tokens: TokenTable) {
        var building = Building(bytes: bytes, capacity: tokens.count / 8)
        var ids = [Int32](repeating: -1, count: tokens.count)
        for token in 0..<tokens.count {
            switch tokens.kinds[token] {
            case .identifier, .keyword, .hash:
                var start = Int(tokens.starts[token])
                var end = Int(tokens.ends[token])
                if tokens.flags[token].contains(.escaped), end - start > 2, bytes[start] == 0x60, bytes[end - 1] == 0x60
                {
                    start += 1
                    end -= 1
                }
                ids[token] = building.intern(start, end)
            default: break
            }
        }
        self.ids = ids
        self.bytes = bytes
        starts = building.starts
        ends = building.ends
        slots = building.slots
    }

    /// The bytes of a name, without the quoting of an escaped identifier.
    @inlinable
    public func name(_ id: Int32) -> ArraySlice<UInt8> { bytes[Int(starts[Int(id)])..<Int(ends[Int(id)])] }

    /// The number of a name, nil where the file does not hold it.
    public func id(of name: [UInt8]) -> Int32? {
        var slot = Int(truncatingIfNeeded: Self.hash(name, 0, name.count)) & (slots.count - 1)
        while slots[slot] >= 0 {
            let id = slots[slot]
            if self.name(id).elementsEqual(name) { return id }
            slot = (slot + 1) & (slots.count - 1)
        }
        return nil
    }

    /// FNV-1a, with the high bits mixed into the low ones that choose the slot.
    static func hash(_ bytes: [UInt8], _ start: Int, _ end: Int) -> UInt64 {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        var index = start
        while index < end {
            hash = (hash ^ UInt64(bytes[index])) &* 0x0000_0100_0000_01b3
            index += 1
        }
        return hash ^ (hash >> 32)
    }

    private struct Building {
        let bytes: [UInt8]
        var starts: [UInt32] = []
        var ends: [UInt32] = []
        var hashes: [UInt32] = []
        var slots: [Int32]

        init(bytes: [UInt8], capacity: Int) {
            self.bytes = bytes
            var size = 64
            while size < capacity { size *= 2 }
            slots = [Int32](repeating: -1, count: size)
        }

        mutating func intern(_ start: Int, _ end: Int) -> Int32 {
            let hash = UInt32(truncatingIfNeeded: IdentifierTable.hash(bytes, start, end))
            var slot = Int(hash) & (slots.count - 1)
            while slots[slot] >= 0 {
                let id = slots[slot]
                if hashes[Int(id)] == hash, isName(id, start, end) { return id }
                slot = (slot + 1) & (slots.count - 1)
            }
            let id = Int32(truncatingIfNeeded: starts.count)
            starts.append(UInt32(truncatingIfNeeded: start))
            ends.append(UInt32(truncatingIfNeeded: end))
            hashes.append(hash)
            slots[slot] = id
            if starts.count * 2 > slots.count { grow() }
            return id
        }

        func isName(_ id: Int32, _ start: Int, _ end: Int) -> Bool {
            let otherStart = Int(starts[Int(id)])
            guard Int(ends[Int(id)]) - otherStart == end - start else { return false }
            var offset = 0
            while offset < end - start {
                if bytes[otherStart + offset] != bytes[start + offset] { return false }
                offset += 1
            }
            return true
        }

        mutating func grow() {
            slots = [Int32](repeating: -1, count: slots.count * 2)
            for id in 0..<hashes.count {
                var slot = Int(hashes[id]) & (slots.count - 1)
                while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
                slots[slot] = Int32(truncatingIfNeeded: id)
            }
        }
    }
}
