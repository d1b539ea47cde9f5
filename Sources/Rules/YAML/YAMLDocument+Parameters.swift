extension YAMLDocument {
    /// The document with `${name}` replaced in every scalar, for the names that are given.
    ///
    /// A scalar that is nothing but `${name}`, quoted or not, becomes the value itself, a number or a list say; inside other
    /// text the value's own text is put. Names that are not given stay as they are: JavaScript writes templates that way.
    /// Errors still point at the place where the name was written.
    func replacing(_ values: [String: ParameterValue]) -> YAMLDocument {
        var substitution = ParameterSubstitution(records: records, text: text, values: values)
        for index in records.indices { substitution.replace(index) }
        substitution.shortenAliases()
        return YAMLDocument(self, records: substitution.records, text: substitution.text)
    }
}

/// What a parameter of a rule stands for.
enum ParameterValue {
    /// The default, as the rule's own file writes it.
    case node(YAMLNode)
    /// What configuration set.
    case option(OptionValue)
}

/// Rewrites the records of one document. Values that are no text of the file are appended behind the last record, and what
/// they replace becomes an alias of them.
private struct ParameterSubstitution {
    var records: [YAMLRecord]
    var text: [UInt8]
    let values: [String: ParameterValue]

    mutating func replace(_ index: Int) {
        let record = records[index]
        guard record.kind.rawValue < YAMLRecordKind.sequence.rawValue else { return }
        let scalar = Array(text[Int(record.textStart)..<Int(record.textEnd)])
        let parts = ParameterReference.parts(of: scalar).map { part in
            if case .name(let name) = part, values[name] == nil {
                return ParameterReference.text(Array("${\(name)}".utf8))
            }
            return part
        }
        if parts.count == 1, case .name(let name) = parts[0], let value = values[name] {
            records[index].kind = .alias
            records[index].textStart = UInt32(self.index(of: value, at: record))
        } else if parts.contains(where: { if case .name = $0 { true } else { false } }) {
            let start = text.count
            for part in parts {
                switch part {
                case .text(let bytes): text += bytes
                case .name(let name): text += values[name].map(plainText) ?? []
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

    private func plainText(_ value: ParameterValue) -> [UInt8] {
        switch value {
        case .node(let node): node.isScalar ? Array(node.bytes) : Array((OptionValue(node)?.yaml ?? "").utf8)
        case .option(.string(let string)): Array(string.utf8)
        case .option(let option): Array(option.yaml.utf8)
        }
    }

    /// The record that holds a value.
    private mutating func index(of value: ParameterValue, at place: YAMLRecord) -> Int {
        switch value {
        case .node(let node): return node.content
        case .option(let option): return append(option, at: place)
        }
    }

    private mutating func append(_ option: OptionValue, at place: YAMLRecord) -> Int {
        let index = records.count
        var record = YAMLRecord(kind: .plain, start: place.start, end: place.end)
        if case .list(let elements) = option {
            record.kind = .sequence
            records.append(record)
            for element in elements { _ = append(element, at: place) }
        } else {
            record.textStart = UInt32(text.count)
            if case .string(let string) = option {
                record.kind = .doubleQuoted
                text += string.utf8
            } else {
                text += option.yaml.utf8
            }
            record.textEnd = UInt32(text.count)
            records.append(record)
        }
        records[index].next = UInt32(records.count)
        return index
    }
}

/// A piece of a scalar: text, or the name in `${name}`.
enum ParameterReference {
    case text([UInt8])
    /// Of small letters, digits and hyphens.
    case name(String)

    static func parts(of scalar: [UInt8]) -> [ParameterReference] {
        var parts: [ParameterReference] = []
        var start = 0
        var index = 0
        while index + 2 < scalar.count {
            guard scalar[index] == UInt8(ascii: "$"), scalar[index + 1] == UInt8(ascii: "{"),
                let end = scalar[(index + 2)...].firstIndex(where: { !isNameByte($0) }), end > index + 2,
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

    static func isNameByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"): true
        default: false
        }
    }
}
