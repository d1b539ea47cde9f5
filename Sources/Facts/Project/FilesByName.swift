/// The files of a project by the names in them. The lists of all names stand in one array: most have one file, and an array of its
/// own for each would take more memory than all else.
final class FilesByName: Sendable {
    /// By name: its place in `starts`.
    private let numbers: [String: Int32]
    /// Where the files of each name begin in `files`; those of the last end where that does.
    private let starts: [Int32]
    private let files: [Int32]

    /// - Parameter collect: gives each name with the index of a file that has it, the files in ascending order; a name may come
    ///   several times.
    init(_ collect: (_ add: (String, Int) -> Void) -> Void) {
        var numbers: [String: Int32] = [:]
        var counts: [Int32] = []
        var pairs: [(name: Int32, file: Int32)] = []
        var last: [Int32] = []
        collect { name, file in
            let file = Int32(truncatingIfNeeded: file)
            let number: Int32
            if let known = numbers[name] {
                number = known
                if last[Int(number)] == file { return }
            } else {
                number = Int32(truncatingIfNeeded: counts.count)
                numbers[name] = number
                counts.append(0)
                last.append(-1)
            }
            counts[Int(number)] += 1
            last[Int(number)] = file
            pairs.append((number, file))
        }
        var starts: [Int32] = []
        starts.reserveCapacity(counts.count + 1)
        var end: Int32 = 0
        for count in counts {
            starts.append(end)
            end += count
        }
        starts.append(end)
        var next = starts
        var files = [Int32](repeating: 0, count: pairs.count)
        for (name, file) in pairs {
            files[Int(next[Int(name)])] = file
            next[Int(name)] += 1
        }
        self.numbers = numbers
        self.starts = starts
        self.files = files
    }

    /// The indexes of the files that have a name, in ascending order; nil where none has it.
    subscript(name: String) -> [Int]? {
        guard let number = numbers[name] else { return nil }
        return files[Int(starts[Int(number)])..<Int(starts[Int(number) + 1])].map { Int($0) }
    }
}
