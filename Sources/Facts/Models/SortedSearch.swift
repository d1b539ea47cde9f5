import SourceText

extension Array {
    /// The index of the first element that fulfils a condition which, from one element on, all fulfil; `count` where none does.
    func partitionPoint(where holds: (Element) -> Bool) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if holds(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }

    /// Those of the elements, which stand in the order of their ranges, that lie in a range. Takes as long as there are
    /// elements that start in the range.
    func lying(within range: ByteRange, by place: (Element) -> ByteRange) -> [Element] {
        self[partitionPoint { place($0).start >= range.start }...].prefix { place($0).start <= range.end }.filter {
            range.contains(place($0))
        }
    }
}
