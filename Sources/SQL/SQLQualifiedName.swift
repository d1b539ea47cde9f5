import SourceText

/// The name of a table or another object, with the schema or database it is in.
public struct SQLQualifiedName: Sendable, Hashable {
    public var schema: SQLName?
    public var name: SQLName

    /// Where it stands, from the schema to the end of the name.
    public var range: ByteRange { ByteRange(schema?.range.start ?? name.range.start, name.range.end) }
    /// Whether the host language puts in any part of it.
    public var isDynamic: Bool { name.isDynamic || schema?.isDynamic == true }
}
