import Matching

/// The different constants of one file. Their total size is limited, so that a file that doubles a text over and over
/// costs no more memory than its own size warrants.
struct ConstantTable {
    private(set) var constants: [Constant] = []
    private var indices: [Constant: Int32] = [:]
    private var budget: Int

    init(fileSize: Int) { budget = fileSize * 8 + 65_536 }

    /// The number of a constant; nil when the file's budget is spent.
    mutating func intern(_ constant: Constant) -> Int32? {
        if let index = indices[constant] { return index }
        if case .string(let text) = constant {
            guard text.count <= budget else { return nil }
            budget -= text.count
        }
        let index = Int32(truncatingIfNeeded: constants.count)
        constants.append(constant)
        indices[constant] = index
        return index
    }
}
