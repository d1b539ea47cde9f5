import Algorithms
import SourceText

extension Array {
    /// Those of the elements, which stand in the order of their ranges, that lie in a range. Takes as long as there are
    /// elements that start in the range.
    func lying(within range: ByteRange, by place: (Element) -> ByteRange) -> [Element] {
        self[partitioningIndex { place($0).start >= range.start }...].prefix { place($0).start <= range.end }.filter {
            range.contains(place($0))
        }
    }
}
