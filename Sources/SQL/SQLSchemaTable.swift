/// A table of a schema, after all migrations. Names are folded.
public struct SQLSchemaTable: Sendable {
    /// An index, a primary key or a unique constraint.
    public struct Index: Sendable {
        public var name: [UInt8]?
        /// The columns up to the first expression.
        public var columns: [[UInt8]]
        public var isUnique: Bool
        public var isPartial: Bool
    }

    public var name: [UInt8]
    /// In the order of their declaration.
    public var columns: [[UInt8]] = []
    /// The types of columns as they are written, in lower case and without white space, where they are known.
    private(set) var types: [[UInt8]: [UInt8]] = [:]
    public var indexes: [Index] = []
    /// Whether it may have columns that are not known.
    public var isOpen = false
    public var isView = false

    public func hasColumn(_ column: [UInt8]) -> Bool { columns.contains(column) }

    /// Whether an index starts with the column, so that it serves a search by the column alone.
    public func isIndexed(_ column: [UInt8]) -> Bool { indexes.contains { $0.columns.first == column } }

    func merged(with other: SQLSchemaTable) -> SQLSchemaTable {
        var both = self
        both.columns += other.columns.filter { !columns.contains($0) }
        both.indexes += other.indexes
        both.isOpen = isOpen || other.isOpen
        return both
    }

    /// - Parameter text: what the definition is a part of.
    mutating func add(_ definition: SQLColumnDefinition, of text: SQLText) {
        let column = definition.name.folded
        if !columns.contains(column) { columns.append(column) }
        types[column] = definition.typeText(in: text)
        if definition.name.isDynamic { isOpen = true }
        if definition.isPrimaryKey || definition.isUnique {
            indexes.append(Index(name: nil, columns: [column], isUnique: true, isPartial: false))
        }
    }

    mutating func add(_ constraint: SQLTableConstraint) {
        switch constraint.kind {
        case .primaryKey, .unique, .index:
            indexes.append(
                Index(
                    name: constraint.name?.folded, columns: constraint.columns.map(\.folded),
                    isUnique: constraint.kind != .index, isPartial: false))
        case .foreignKey, .check, .exclude: break
        }
    }

    /// Gives a column a new type, and a new name where the definition has one.
    /// - Returns: whether the column was of that type and name before.
    mutating func change(_ column: [UInt8], to definition: SQLColumnDefinition?, of text: SQLText) -> Bool {
        guard let definition else {
            types[column] = nil
            return false
        }
        let type = definition.typeText(in: text)
        let isRepeated = definition.name.folded == column && types[column] == type
        rename(column, to: definition.name.folded)
        types[definition.name.folded] = type
        return isRepeated
    }

    mutating func drop(_ column: [UInt8]) {
        columns.removeAll { $0 == column }
        types[column] = nil
        indexes.removeAll { $0.columns.contains(column) }
    }

    mutating func rename(_ column: [UInt8], to name: [UInt8]) {
        columns = columns.map { $0 == column ? name : $0 }
        types[name] = types.removeValue(forKey: column)
        for index in indexes.indices {
            indexes[index].columns = indexes[index].columns.map { $0 == column ? name : $0 }
        }
    }
}
