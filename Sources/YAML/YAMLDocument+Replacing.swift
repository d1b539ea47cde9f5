extension YAMLDocument {
    /// The document with `${name}` replaced in every scalar, for the names that are given.
    ///
    /// A scalar that is nothing but `${name}`, quoted or not, becomes the value itself, a number or a list say; inside other
    /// text the value's own text is put. Names that are not given stay as they are: JavaScript writes templates that way.
    /// Errors still point at the place where the name was written.
    public func replacing(_ values: [String: YAMLReplacement]) -> YAMLDocument {
        var substitution = Substitution(records: records, text: text, values: values)
        for index in records.indices { substitution.replace(index) }
        substitution.shortenAliases()
        return YAMLDocument(self, records: substitution.records, text: substitution.text)
    }
}

extension YAMLNode {
    /// The node at the same place of a document that `replacing` made of this one's.
    public func counterpart(in document: YAMLDocument) -> YAMLNode { YAMLNode(document: document, place: place) }

    /// Whether `replacing` may change something in the node, by its look: a `${` stands in it, or an alias.
    public var mayBeReplaced: Bool {
        (place..<Int(document.records[place].next)).contains { index in
            let record = document.records[index]
            switch record.kind {
            case .sequence, .mapping: return false
            case .alias: return true
            default: return record.mayHoldName(in: document.text)
            }
        }
    }
}

extension YAMLRecord {
    /// Whether `${` stands in a scalar.
    fileprivate func mayHoldName(in text: [UInt8]) -> Bool {
        for index in Int(textStart)..<max(Int(textStart), Int(textEnd) - 1)
        where text[index] == UInt8(ascii: "$") && text[index + 1] == UInt8(ascii: "{") {
            return true
        }
        return false
    }
}

/// Rewrites the records of one document. Values that are no text of the file are appended behind the last record, and what
/// they replace becomes an alias of them.
private struct Substitution {
    var records: [YAMLRecord]
    var text: [UInt8]
    let values: [String: YAMLReplacement]

    mutating func replace(_ index: Int) {
        let record = records[index]
        guard record.kind.rawValue < YAMLRecordKind.sequence.rawValue, record.mayHoldName(in: text) else { return }
        let scalar = Array(text[Int(record.textStart)..<Int(record.textEnd)])
        let parts = ScalarPart.parts(of: scalar).map { part in
            if case .name(let name) = part, values[name] == nil { return ScalarPart.text(Array("${\(name)}".utf8)) }
            return part
        }
        if parts.count == 1, case .name(let name) = parts[0], let value = values[name]?.value {
            records[index].kind = .alias
            records[index].textStart = UInt32(self.index(of: value, at: record))
        } else if parts.contains(where: { if case .name = $0 { true } else { false } }) {
            let start = text.count
            for part in parts {
                switch part {
                case .text(let bytes): text += bytes
                case .name(let name): text += values[name]?.text ?? []
                }
            }
            records[index].textStart = UInt32(start)
            records[index].textEnd = UInt32(text.count)
        }
    }

    /// An alias names the record that holds the content, never another alias.
    mutating func shortenAliases() {
        for index in records.indices where records[index].kind == .alias {
            let target = records[Int(records[index].textStart)]
            if target.kind == .alias { records[index].textStart = target.textStart }
        }
    }

    /// The record that holds a value.
    private mutating func index(of value: YAMLReplacement.Value, at place: YAMLRecord) -> Int {
        let index = records.count
        var record = YAMLRecord(kind: .plain, start: place.start, end: place.end)
        switch value {
        case .node(let node): return node.content
        case .list(let elements):
            record.kind = .sequence
            records.append(record)
            for element in elements { append(element, at: place) }
        case .string(let bytes):
            record.kind = .doubleQuoted
            append(record, spelling: bytes)
        case .plain(let bytes):
            append(record, spelling: bytes)
        }
        records[index].next = UInt32(records.count)
        return index
    }

    private mutating func append(_ element: YAMLReplacement.Value, at place: YAMLRecord) {
        guard case .node(let node) = element else {
            _ = index(of: element, at: place)
            return
        }
        var alias = YAMLRecord(kind: .alias, start: place.start, end: place.end)
        alias.textStart = UInt32(node.content)
        alias.next = UInt32(records.count + 1)
        records.append(alias)
    }

    private mutating func append(_ record: YAMLRecord, spelling bytes: [UInt8]) {
        var record = record
        record.textStart = UInt32(text.count)
        text += bytes
        record.textEnd = UInt32(text.count)
        records.append(record)
    }
}

/// A piece of a scalar: text, or the name in `${name}`.
private enum ScalarPart {
    case text([UInt8])
    case name(String)

    static func parts(of scalar: [UInt8]) -> [ScalarPart] {
        var parts: [ScalarPart] = []
        var start = 0
        var index = 0
        while index + 2 < scalar.count {
            guard scalar[index] == UInt8(ascii: "$"), scalar[index + 1] == UInt8(ascii: "{"),
                let end = scalar[(index + 2)...].firstIndex(where: { !YAMLReplacement.isNameByte($0) }),
                end > index + 2,
                scalar[end] == UInt8(ascii: "}")
            else {
                index += 1
                continue
            }
            if index > start { parts.append(.text(Array(scalar[start..<index]))) }
            parts.append(.name(String(decoding: scalar[(index + 2)..<end], as: UTF8.self)))
            index = end + 1
            start = index
        }
        if start < scalar.count { parts.append(.text(Array(scalar[start...]))) }
        return parts
    }
}
