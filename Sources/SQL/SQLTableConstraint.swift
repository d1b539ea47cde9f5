/// A constraint or an index among the columns of a table.
public struct SQLTableConstraint: Sendable {
    public enum Kind: UInt8, Sendable { case primaryKey, unique, foreignKey, check, index, exclude }

    public var kind: Kind
    public var name: SQLName?
    /// The constrained columns; expressions are left out, and those after the first one too.
    public var columns: [SQLName]
    /// The table that a foreign key points to.
    public var references: SQLQualifiedName?
    /// `NOT VALID`: existing rows are not checked.
    public var isUnchecked = false
}
