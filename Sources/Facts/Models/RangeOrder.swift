import SourceText

extension Array {
    /// Those of the elements, which stand in the order of their ranges, that lie in a range. Takes as long as there are
    /// elements that start in the range.
    func lying(within range: ByteRange, by place: (Element) -> ByteRange) -> [Element] {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if place(self[middle]).start < range.start { low = middle + 1 } else { high = middle }
        }
        return self[low...].prefix { place($0).start <= range.end }.filter { range.contains(place($0)) }
    }
}
