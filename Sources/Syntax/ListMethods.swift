/// The methods by which a language's lists grow and shrink, so that elements can be told apart by their places.
public struct ListMethods: Sendable {
    /// Adds its argument at the end.
    public var append: [[UInt8]]
    /// Removes the element at the place that its argument says, or the last one where it has none.
    public var remove: [[UInt8]]
    public var removeFirst: [[UInt8]]

    public init(append: [String] = [], remove: [String] = [], removeFirst: [String] = []) {
        self.append = append.map { Array($0.utf8) }
        self.remove = remove.map { Array($0.utf8) }
        self.removeFirst = removeFirst.map { Array($0.utf8) }
    }
}
