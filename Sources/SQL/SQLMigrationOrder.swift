import SourceText

/// The order in which migration tools apply files: by path, with runs of digits compared as numbers, so that `V2` precedes
/// `V10`; files that undo are left out.
public enum SQLMigrationOrder {
    /// The indices of the paths in the order of their application.
    public static func order(_ paths: [[UInt8]]) -> [Int] {
        paths.indices.filter { !isDown(paths[$0]) }.sorted { precedes(paths[$0], paths[$1]) }
    }

    /// Whether a file undoes a migration, by its name: `1_x.down.sql`, `down.sql`, `U1__x.sql`.
    public static func isDown(_ path: [UInt8]) -> Bool {
        let name =
            path.split(separator: UInt8(ascii: "/")).last.map { $0.map(\.lowercased) } ?? []
        for ending in ["down.sql", "undo.sql", "rollback.sql", "revert.sql"] where name.count >= ending.utf8.count {
            let rest = name.dropLast(ending.utf8.count)
            let isWhole =
                rest.isEmpty || rest.last == UInt8(ascii: ".") || rest.last == UInt8(ascii: "_")
                || rest.last == UInt8(ascii: "-")
            if isWhole, name.suffix(ending.utf8.count).elementsEqual(ending.utf8) { return true }
        }
        return name.first == UInt8(ascii: "u") && name.count > 1 && name[1] &- 0x30 < 10
    }

    private static func precedes(_ left: [UInt8], _ right: [UInt8]) -> Bool {
        var i = 0
        var j = 0
        while i < left.count, j < right.count {
            if left[i] &- 0x30 < 10, right[j] &- 0x30 < 10 {
                let first = digits(left, &i)
                let second = digits(right, &j)
                if first.count != second.count { return first.count < second.count }
                if !first.elementsEqual(second) { return first.lexicographicallyPrecedes(second) }
            } else {
                if left[i] != right[j] { return left[i] < right[j] }
                i += 1
                j += 1
            }
        }
        return left.count - i < right.count - j
    }

    /// A run of digits without its leading zeros.
    private static func digits(_ path: [UInt8], _ index: inout Int) -> ArraySlice<UInt8> {
        while index + 1 < path.count, path[index] == 0x30, path[index + 1] &- 0x30 < 10 { index += 1 }
        let start = index
        while index < path.count, path[index] &- 0x30 < 10 { index += 1 }
        return path[start..<index]
    }
}
