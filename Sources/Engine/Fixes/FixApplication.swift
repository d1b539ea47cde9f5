import Findings
import SourceText

/// Applies fixes to the bytes of one file.
public struct FixApplication: Sendable {
    /// The file after the fixes.
    public let bytes: [UInt8]
    /// The indices of the fixes that were applied, in the order given.
    public let applied: [Int]
    /// The indices of those that overlap others: they are for another pass, on the new bytes.
    public let deferred: [Int]

    /// Applies all fixes that do not touch one another; where two do, the one that starts first wins, then the one given
    /// first. A fix is applied whole or not at all. Fixes that share an edit, an added import say, make it once. A fix with
    /// a range outside of the file is neither applied nor deferred.
    public init(_ fixes: [Fix], to original: [UInt8]) {
        var accepted: [TextEdit] = []
        var applied: [Int] = []
        var deferred: [Int] = []
        let order = fixes.indices.filter { FixApplication.isValid(fixes[$0], count: original.count) }.sorted {
            left, right in
            let leftStart = fixes[left].edits.first?.range.start.offset ?? 0
            let rightStart = fixes[right].edits.first?.range.start.offset ?? 0
            return leftStart != rightStart ? leftStart < rightStart : left < right
        }
        for index in order {
            if FixApplication.merge(fixes[index].edits, into: &accepted) {
                applied.append(index)
            } else {
                deferred.append(index)
            }
        }
        bytes = FixApplication.result(of: accepted, on: original)
        self.applied = applied.sorted()
        self.deferred = deferred.sorted()
    }

    /// Whether the edits lie in the file, in order and apart.
    private static func isValid(_ fix: Fix, count: Int) -> Bool {
        var end = 0
        for edit in fix.edits {
            let range = edit.range.bytes
            guard range.start >= end, range.end >= range.start, range.end <= count else { return false }
            end = range.end
        }
        return !fix.edits.isEmpty
    }

    /// Adds edits to those that are accepted, in order of position, unless one of them conflicts; says whether it did. The
    /// accepted ones lie apart, so that only the two around an edit can conflict with it; since fixes come in by their
    /// starts, those are found at the end.
    private static func merge(_ edits: [TextEdit], into accepted: inout [TextEdit]) -> Bool {
        var additions: [TextEdit] = []
        for edit in edits {
            let place = place(of: edit, in: accepted)
            let neighbours = accepted[max(0, place - 1)..<min(accepted.count, place + 1)]
            if neighbours.contains(edit) { continue }
            if neighbours.contains(where: { conflict($0.range.bytes, edit.range.bytes) }) { return false }
            additions.append(edit)
        }
        for edit in additions { accepted.insert(edit, at: place(of: edit, in: accepted)) }
        return true
    }

    /// Behind every edit that does not start later.
    private static func place(of edit: TextEdit, in accepted: [TextEdit]) -> Int {
        var place = accepted.count
        while place > 0, accepted[place - 1].range.bytes.start > edit.range.bytes.start { place -= 1 }
        return place
    }

    /// Whether two edits may not both be made: they overlap, or one inserts where the other begins or ends, so that the
    /// order of the results would be a guess.
    private static func conflict(_ left: ByteRange, _ right: ByteRange) -> Bool {
        if left.count == 0 || right.count == 0 { return left.start <= right.end && right.start <= left.end }
        return left.start < right.end && right.start < left.end
    }

    private static func result(of edits: [TextEdit], on original: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(original.count + edits.reduce(0) { $0 + $1.replacement.utf8.count })
        var position = 0
        for edit in edits {
            result += original[position..<edit.range.bytes.start]
            result += edit.replacement.utf8
            position = edit.range.bytes.end
        }
        return result + original[position...]
    }
}
