import CLibYAML

/// An error before lines and columns are known.
struct YAMLSyntaxError: Error {
    /// In bytes.
    var offset: Int
    var message: String
    /// An earlier place that the message ends with naming, by its line.
    var earlier: Int?
}

/// Turns the events of libyaml into records.
struct YAMLComposer {
    static func compose(_ bytes: [UInt8]) throws(YAMLSyntaxError) -> (records: [YAMLRecord], text: [UInt8]) {
        guard bytes.count <= YAMLLimits.bytes else {
            throw YAMLSyntaxError(offset: 0, message: "the file is larger than \(YAMLLimits.bytes >> 20) MB")
        }
        var composer = YAMLComposer(bytes)
        try YAMLEvents.read(bytes) { (event, start, end) throws(YAMLSyntaxError) in
            try composer.take(event, start: start, end: end)
        }
        if composer.records.isEmpty {
            composer.records.append(YAMLRecord(kind: .plain, start: 0, end: 0, next: 1))
        }
        return (composer.records, composer.text)
    }

    private var records: [YAMLRecord] = []
    private var text: [UInt8] = []
    /// The collections that are open, outermost first.
    private var open: [OpenCollection] = []
    private var anchors: [String: Anchor] = [:]
    private var aliasedNodes = 0
    private var documents = 0

    private struct OpenCollection {
        var record: Int
        var isMapping: Bool
        var awaitsValue = false
        var anchor: String?
        /// Nodes in it with aliases followed, itself included.
        var size = 1
        /// Collections below it with aliases followed.
        var height = 0
        var keys = YAMLKeySet()
    }

    private struct Anchor {
        var record: Int
        var isComplete: Bool
        var size: Int
        var height: Int
    }

    private init(_ bytes: [UInt8]) {
        records.reserveCapacity(bytes.count / 24)
        text.reserveCapacity(bytes.count)
    }

    private mutating func take(_ event: yaml_event_t, start: Int, end: Int) throws(YAMLSyntaxError) {
        switch event.type {
        case YAML_DOCUMENT_START_EVENT:
            documents += 1
            if documents > 1 {
                throw YAMLSyntaxError(offset: start, message: "a second document; the file must hold one")
            }
        case YAML_SCALAR_EVENT: try scalar(event, start: start, end: end)
        case YAML_ALIAS_EVENT: try alias(event, start: start, end: end)
        case YAML_SEQUENCE_START_EVENT:
            let data = event.data.sequence_start
            try checkTag(data.tag, is: YAML_SEQ_TAG, at: start)
            try begin(.sequence, anchor: data.anchor, start: start, end: end)
        case YAML_MAPPING_START_EVENT:
            let data = event.data.mapping_start
            try checkTag(data.tag, is: YAML_MAP_TAG, at: start)
            try begin(.mapping, anchor: data.anchor, start: start, end: end)
        case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT: finish(end: end)
        default: break
        }
    }

    private mutating func scalar(_ event: yaml_event_t, start: Int, end: Int) throws(YAMLSyntaxError) {
        let data = event.data.scalar
        var record = YAMLRecord(kind: Self.kind(of: data.style), start: UInt32(start), end: UInt32(end))
        record.isTaggedString = try Self.isStringTag(data.tag, at: start)
        record.textStart = UInt32(text.count)
        text.append(contentsOf: UnsafeBufferPointer(start: data.value, count: data.length))
        record.textEnd = UInt32(text.count)
        record.next = UInt32(records.count + 1)
        records.append(record)
        if let anchor = data.anchor {
            anchors[String(cString: anchor)] = Anchor(record: records.count - 1, isComplete: true, size: 1, height: 0)
        }
        try childEnded(records.count - 1, size: 1, height: 0)
    }

    private mutating func alias(_ event: yaml_event_t, start: Int, end: Int) throws(YAMLSyntaxError) {
        let name = event.data.alias.anchor.map { String(cString: $0) } ?? ""
        guard let anchor = anchors[name] else {
            throw YAMLSyntaxError(offset: start, message: "unknown anchor '\(name)'")
        }
        guard anchor.isComplete else {
            throw YAMLSyntaxError(offset: start, message: "alias '*\(name)' stands inside the value that it names")
        }
        aliasedNodes += anchor.size
        if aliasedNodes > YAMLLimits.aliasedNodes {
            throw YAMLSyntaxError(
                offset: start, message: "aliases expand to more than \(YAMLLimits.aliasedNodes) nodes")
        }
        try checkDepth(open.count + anchor.height, at: start)
        records.append(
            YAMLRecord(
                kind: .alias, start: UInt32(start), end: UInt32(end), textStart: UInt32(anchor.record),
                next: UInt32(records.count + 1)))
        try childEnded(records.count - 1, size: anchor.size, height: anchor.height)
    }

    private mutating func begin(
        _ kind: YAMLRecordKind, anchor: UnsafeMutablePointer<yaml_char_t>?, start: Int, end: Int
    ) throws(YAMLSyntaxError) {
        try checkDepth(open.count + 1, at: start)
        if let parent = open.last, parent.isMapping, !parent.awaitsValue {
            throw YAMLSyntaxError(offset: start, message: "a key must be a scalar, not a list or mapping")
        }
        var collection = OpenCollection(record: records.count, isMapping: kind == .mapping)
        if let anchor {
            let name = String(cString: anchor)
            collection.anchor = name
            anchors[name] = Anchor(record: records.count, isComplete: false, size: 0, height: 0)
        }
        records.append(YAMLRecord(kind: kind, start: UInt32(start), end: UInt32(end)))
        open.append(collection)
    }

    private mutating func finish(end: Int) {
        guard let collection = open.popLast() else { return }
        records[collection.record].next = UInt32(records.count)
        records[collection.record].end = UInt32(end)
        let height = collection.height + 1
        if let name = collection.anchor, anchors[name]?.record == collection.record {
            anchors[name] = Anchor(
                record: collection.record, isComplete: true, size: collection.size, height: height)
        }
        guard let parent = open.indices.last else { return }
        open[parent].size += collection.size
        open[parent].height = max(open[parent].height, height)
        open[parent].awaitsValue = false
    }

    /// Books a scalar or alias with the collection that holds it.
    private mutating func childEnded(_ record: Int, size: Int, height: Int) throws(YAMLSyntaxError) {
        guard let parent = open.indices.last else { return }
        open[parent].size += size
        open[parent].height = max(open[parent].height, height)
        guard open[parent].isMapping else { return }
        if open[parent].awaitsValue {
            open[parent].awaitsValue = false
        } else {
            open[parent].awaitsValue = true
            try addKey(record, to: parent)
        }
    }

    private mutating func addKey(_ record: Int, to collection: Int) throws(YAMLSyntaxError) {
        let place = records[record]
        let key = place.kind == .alias ? records[Int(place.textStart)] : place
        guard key.kind.rawValue < YAMLRecordKind.sequence.rawValue else {
            throw YAMLSyntaxError(
                offset: Int(place.start), message: "a key must be a scalar, not a list or mapping")
        }
        let range = Int(key.textStart)..<Int(key.textEnd)
        guard let first = open[collection].keys.insert(range, in: text, record: record) else { return }
        throw YAMLSyntaxError(
            offset: Int(place.start),
            message: "duplicate key '\(String(decoding: text[range], as: UTF8.self))', first given on line ",
            earlier: Int(records[first].start))
    }

    private static func kind(of style: yaml_scalar_style_t) -> YAMLRecordKind {
        switch style {
        case YAML_SINGLE_QUOTED_SCALAR_STYLE: .singleQuoted
        case YAML_DOUBLE_QUOTED_SCALAR_STYLE: .doubleQuoted
        case YAML_LITERAL_SCALAR_STYLE: .literal
        case YAML_FOLDED_SCALAR_STYLE: .folded
        default: .plain
        }
    }

    /// Whether a scalar's tag makes it a string. The other tags of the core schema leave it to the scalar's spelling.
    private static func isStringTag(
        _ tag: UnsafeMutablePointer<yaml_char_t>?, at offset: Int
    ) throws(YAMLSyntaxError) -> Bool {
        guard let tag else { return false }
        let name = String(cString: tag)
        switch name {
        case "!", YAML_STR_TAG: return true
        case YAML_NULL_TAG, YAML_BOOL_TAG, YAML_INT_TAG, YAML_FLOAT_TAG: return false
        default: throw unsupported(tag: name, at: offset)
        }
    }

    private func checkTag(
        _ tag: UnsafeMutablePointer<yaml_char_t>?, is accepted: String, at offset: Int
    ) throws(YAMLSyntaxError) {
        guard let tag else { return }
        let name = String(cString: tag)
        if name != "!", name != accepted { throw Self.unsupported(tag: name, at: offset) }
    }

    private static func unsupported(tag: String, at offset: Int) -> YAMLSyntaxError {
        YAMLSyntaxError(offset: offset, message: "the tag '\(tag)' is not supported")
    }

    private func checkDepth(_ depth: Int, at offset: Int) throws(YAMLSyntaxError) {
        if depth > YAMLLimits.depth {
            throw YAMLSyntaxError(offset: offset, message: "nesting is deeper than \(YAMLLimits.depth) levels")
        }
    }
}
