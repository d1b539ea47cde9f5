import CLibYAML

/// Words libyaml's errors for people.
enum YAMLFault {
    static func error(
        of parser: yaml_parser_t, offsets: inout YAMLMarkOffsets, skipped: Int
    ) -> YAMLSyntaxError {
        let problem = parser.problem.map { String(cString: $0) } ?? "unreadable"
        switch parser.error {
        case YAML_READER_ERROR:
            return YAMLSyntaxError(
                offset: skipped + parser.problem_offset, message: encodingMessage(problem, parser.problem_value))
        case YAML_MEMORY_ERROR: return YAMLSyntaxError(offset: 0, message: "out of memory")
        default: break
        }
        let offset = offsets.offset(of: parser.problem_mark)
        if let message = plainMessage(for: problem, at: offsets.byte(at: offset)) {
            return YAMLSyntaxError(offset: offset, message: message)
        }
        guard let context = parser.context.map({ String(cString: $0) }) else {
            return YAMLSyntaxError(offset: offset, message: problem)
        }
        return YAMLSyntaxError(
            offset: offset, message: "\(problem) \(context) that starts on line ",
            earlier: offsets.offset(of: parser.context_mark))
    }

    private static func encodingMessage(_ problem: String, _ value: CInt) -> String {
        guard problem == "control characters are not allowed" else { return "the file is not UTF-8 (\(problem))" }
        let digits = String(UInt32(bitPattern: value), radix: 16, uppercase: true)
        let padding = String(repeating: "0", count: max(0, 4 - digits.count))
        return "the control character U+\(padding)\(digits) is not allowed; write it as an escape in double quotes"
    }

    /// libyaml's wording where it names the scanner's trouble and not the user's.
    private static func plainMessage(for problem: String, at byte: UInt8?) -> String? {
        switch (problem, byte) {
        case ("found character that cannot start any token", 0x09),
            ("found a tab character that violates indentation", _):
            "a tab cannot indent; use spaces"
        case ("found character that cannot start any token", let byte?):
            "a value cannot start with '\(Character(Unicode.Scalar(byte)))'; put it in quotes"
        case ("mapping values are not allowed in this context", _):
            "':' is not allowed here; check the indentation, or put the value in quotes"
        case ("block sequence entries are not allowed in this context", _):
            "'-' is not allowed here; check the indentation"
        case ("could not find expected ':'", _):
            "':' is missing after this key, or a text of several lines is not indented"
        default: nil
        }
    }
}
