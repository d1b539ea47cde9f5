import Algorithms
import SourceText

/// Which parts of a migration file undo it. Migration tools mark them by comments: `-- migrate:down`, `-- +goose Down`,
/// `-- +migrate Down`, `-- Down Migration`, `-- Down`, `---- create above / drop below ----`, `# --- !Downs`.
public struct SQLMigrationSections: Sendable {
    /// Ascending, without overlaps.
    private var down: [ByteRange] = []

    public init(_ text: SQLText) {
        var start: Int?
        for comment in text.tokens.comments {
            switch Self.marker(text.bytes[comment.start..<comment.end]) {
            case .down: start = start ?? comment.end
            case .up:
                if let begun = start { down.append(ByteRange(begun, comment.start)) }
                start = nil
            case nil: break
            }
        }
        if let start { down.append(ByteRange(start, text.bytes.count)) }
    }

    /// Whether the statement at an offset is applied only when the migration is undone.
    public func isDown(_ offset: Int) -> Bool {
        let next = down.partitioningIndex { $0.end > offset }
        return next < down.count && down[next].start <= offset
    }

    private enum Marker { case up, down }

    private static func marker(_ comment: ArraySlice<UInt8>) -> Marker? {
        guard comment.count <= 80 else { return nil }
        let words = comment.map(\.lowercased).split { $0 &- 0x61 >= 26 }.map { Array($0) }
        let isUp = words.contains { $0 == [UInt8]("up".utf8) || $0 == [UInt8]("ups".utf8) }
        let isDown = words.contains { $0 == [UInt8]("down".utf8) || $0 == [UInt8]("downs".utf8) }
        let isMarked =
            words.count == 1
            || words.count <= 4
                && words.contains { word in
                    ["migrate", "goose", "migration"].contains { word.elementsEqual($0.utf8) }
                }
        if words.count == 4, words[0].elementsEqual("create".utf8), words[3].elementsEqual("below".utf8) {
            return .down
        }
        guard isMarked, isUp != isDown else { return nil }
        return isDown ? .down : .up
    }
}
