import CLibYAML

/// Runs libyaml over a file.
enum YAMLEvents {
    /// Calls `take` with each event and its byte offsets in `bytes`.
    static func read(
        _ bytes: [UInt8], _ take: (yaml_event_t, _ start: Int, _ end: Int) throws(YAMLSyntaxError) -> Void
    ) throws(YAMLSyntaxError) {
        let skipped = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        var parser = yaml_parser_t()
        guard yaml_parser_initialize(&parser) == 1 else {
            throw YAMLSyntaxError(offset: 0, message: "out of memory")
        }
        defer { yaml_parser_delete(&parser) }
        // The encoding is fixed so that a file in UTF-16 is refused like any other that is not UTF-8.
        yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING)
        try bytes.withUnsafeBufferPointer { (buffer) throws(YAMLSyntaxError) in
            let content = UnsafeBufferPointer(rebasing: buffer[skipped...])
            yaml_parser_set_input_string(&parser, content.baseAddress, content.count)
            var offsets = YAMLMarkOffsets(bytes, from: skipped)
            while true {
                var event = yaml_event_t()
                guard yaml_parser_parse(&parser, &event) == 1 else {
                    throw YAMLFault.error(of: parser, offsets: &offsets, skipped: skipped)
                }
                defer { yaml_event_delete(&event) }
                if event.type == YAML_STREAM_END_EVENT { return }
                let start = offsets.offset(of: event.start_mark)
                try take(event, start, offsets.offset(of: event.end_mark))
            }
        }
    }
}

/// Byte offsets of libyaml's marks, which count characters.
struct YAMLMarkOffsets {
    private let bytes: [UInt8]
    private let isASCII: Bool
    private let origin: Int
    /// The last answer; marks mostly rise, so the next is near.
    private var character = 0
    private var offset: Int

    init(_ bytes: [UInt8], from origin: Int) {
        self.bytes = bytes
        self.origin = origin
        offset = origin
        isASCII = origin == 0 && bytes.allSatisfy { $0 < 0x80 }
    }

    func byte(at offset: Int) -> UInt8? { offset < bytes.count ? bytes[offset] : nil }

    mutating func offset(of mark: yaml_mark_t) -> Int {
        let wanted = mark.index
        if isASCII { return min(wanted, bytes.count) }
        while character < wanted, offset < bytes.count {
            offset += 1
            while offset < bytes.count, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
            character += 1
        }
        while character > wanted, offset > origin {
            offset -= 1
            while offset > origin, bytes[offset] & 0xC0 == 0x80 { offset -= 1 }
            character -= 1
        }
        return offset
    }
}
