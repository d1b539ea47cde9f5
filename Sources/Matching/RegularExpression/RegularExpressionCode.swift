import CPCRE2
import SourceText
import Synchronization

/// The compiled forms of one expression.
///
/// Unchecked because of the pointers: the machine code is made under a lock, on a copy, before anyone matches with it; match
/// data belong to one call.
final class RegularExpressionCode: @unchecked Sendable {
    var groupCount: Int { plainGroups ?? compiled.groupCount }
    var hasReachedLimit: Bool { reachedLimit.load(ordering: .relaxed) }

    /// What PCRE2 made of the pattern; of one that is known to be right, when the first text comes.
    private let known = LazyReference<Compiled>()
    /// Machine code costs some ten times as much to make as the rest of compiling, so it is made at the first long text, or
    /// when many short ones have come (measured: it costs as much as matching some sixty of those without it).
    private let machine = Mutex(MachineCode.notMade)
    /// The same for matches at the start of a text: PCRE2 has machine code for them only where the expression was compiled to
    /// match nowhere else.
    private let anchoredMachine = Mutex(MachineCode.notMade)
    let pattern: [UInt8]
    let options: RegularExpression.Options
    /// How many groups there are, where that is known before the pattern is compiled, and none of them has a name.
    private let plainGroups: Int?
    /// See `RegularExpression.requiredLiterals`.
    let literals: [[UInt8]]
    private let reachedLimit = Atomic(false)

    /// Unchecked because of the pointers, which are not written after `init`. A class, because PCRE2's memory must be given back
    /// once.
    private final class Compiled: @unchecked Sendable {
        let code: OpaquePointer
        let context: OpaquePointer
        let groupCount: Int
        /// Whether PCRE2 tries matches at the starts of the text or of lines alone, because of `.*` or an anchor.
        let startsAtLines: Bool

        init(_ pattern: [UInt8], _ flags: UInt32) throws(RegularExpression.Fail) {
            guard let context = pcre2_match_context_create_8(nil) else { throw outOfMemory }
            do throws(RegularExpression.Fail) {
                code = try compiled(pattern, flags)
            } catch {
                pcre2_match_context_free_8(context)
                throw error
            }
            pcre2_set_match_limit_8(context, RegularExpressionLimits.backtracking)
            pcre2_set_heap_limit_8(context, RegularExpressionLimits.memory)
            self.context = context
            var groups: UInt32 = 0
            pcre2_pattern_info_8(code, UInt32(PCRE2_INFO_CAPTURECOUNT), &groups)
            groupCount = Int(groups)
            startsAtLines = RegularExpressionCode.startsAtLines(code)
        }

        deinit {
            pcre2_code_free_8(code)
            pcre2_match_context_free_8(context)
        }
    }

    private enum MachineCode: @unchecked Sendable {
        case notMade
        /// PCRE2 has no machine code for this pattern or this processor.
        case impossible
        case made(OpaquePointer)

        /// The code, made now where it was not.
        /// - Parameter interpreted: gives what it is made of, and hands it over.
        mutating func code(from interpreted: () -> OpaquePointer?) -> OpaquePointer? {
            switch self {
            case .made(let code): return code
            case .impossible: return nil
            case .notMade:
                self = .impossible
                guard let code = interpreted() else { return nil }
                guard pcre2_jit_compile_8(code, PCRE2_JIT_COMPLETE) == 0 else {
                    pcre2_code_free_8(code)
                    return nil
                }
                self = .made(code)
                return code
            }
        }
    }

    /// Bytes of a text, and how many texts.
    private static let worthMachineCode = 2048
    private static let manyTexts = 64
    private let textCount = Atomic(0)

    init(_ pattern: [UInt8], options: RegularExpression.Options) throws(RegularExpression.Fail) {
        self.pattern = pattern
        self.options = options
        plainGroups = nil
        literals = options.contains(.caseInsensitive) ? [] : RequiredLiterals.of(pattern)
        let compiled = try Compiled(pattern, Self.flags(options))
        _ = known.value { compiled }
    }

    /// - Parameter verified: a pattern of which somebody has made sure that it is one.
    init(verified: [UInt8], options: RegularExpression.Options) {
        pattern = verified
        self.options = options
        plainGroups = options.contains(.withoutPlainGroups) ? nil : PlainGroups.count(in: verified)
        literals = options.contains(.caseInsensitive) ? [] : RequiredLiterals.of(verified)
    }

    deinit {
        for machine in [machine.withLock { $0 }, anchoredMachine.withLock { $0 }] {
            if case .made(let code) = machine { pcre2_code_free_8(code) }
        }
    }

    private var compiled: Compiled { known.value(compile) }

    private func compile() -> Compiled {
        // A PCRE2 that is older than the one of the tests may not know all of the syntax: then nothing matches.
        guard let made = (try? Compiled(pattern, Self.flags(options))) ?? (try? Compiled(Array("(?!)".utf8), 0)) else {
            fatalError("out of memory")
        }
        return made
    }

    private var interpreted: OpaquePointer { compiled.code }

    private static let outOfMemory = RegularExpression.Fail(message: "out of memory", offset: 0)

    private static func compiled(_ pattern: [UInt8], _ flags: UInt32) throws(RegularExpression.Fail) -> OpaquePointer {
        guard let settings = pcre2_compile_context_create_8(nil) else { throw outOfMemory }
        defer { pcre2_compile_context_free_8(settings) }
        pcre2_set_newline_8(settings, UInt32(PCRE2_NEWLINE_LF))
        pcre2_set_max_pattern_length_8(settings, RegularExpressionLimits.patternLength)
        var status: CInt = 0
        var offset = 0
        let code = pattern.withUnsafeBufferPointer {
            pcre2_compile_8($0.baseAddress, $0.count, flags, &status, &offset, settings)
        }
        guard let code else {
            throw RegularExpression.Fail(message: message(of: status), offset: min(offset, pattern.count))
        }
        return code
    }

    /// `PCRE2_MATCH_INVALID_UTF` lets any bytes be searched; `\C` would split characters, so it is refused.
    private static func flags(_ options: RegularExpression.Options) -> UInt32 {
        var flags = PCRE2_UTF | PCRE2_MATCH_INVALID_UTF | PCRE2_NEVER_BACKSLASH_C
        if options.contains(.caseInsensitive) { flags |= PCRE2_CASELESS }
        if options.contains(.multiline) { flags |= PCRE2_MULTILINE }
        if options.contains(.dotMatchesLineFeeds) { flags |= PCRE2_DOTALL }
        if options.contains(.withoutPlainGroups) { flags |= PCRE2_NO_AUTO_CAPTURE }
        return flags
    }

    private static func message(of status: CInt) -> String {
        var buffer = [UInt8](repeating: 0, count: 256)
        let length = pcre2_get_error_message_8(status, &buffer, buffer.count)
        return String(decoding: buffer.prefix(max(0, Int(length))), as: UTF8.self)
    }

    private static func startsAtLines(_ code: OpaquePointer) -> Bool {
        var kind: UInt32 = 0
        var options: UInt32 = 0
        pcre2_pattern_info_8(code, UInt32(PCRE2_INFO_FIRSTCODETYPE), &kind)
        pcre2_pattern_info_8(code, UInt32(PCRE2_INFO_ALLOPTIONS), &options)
        return kind == 2 || options & PCRE2_ANCHORED != 0
    }

    /// The text with a substitute character, one byte as well, for each byte that is no part of UTF-8.
    private static func repaired(_ text: [UInt8]) -> [UInt8] {
        var repaired: [UInt8] = []
        repaired.reserveCapacity(text.count)
        var parser = Unicode.UTF8.ForwardParser()
        var bytes = text.makeIterator()
        while true {
            switch parser.parseScalar(from: &bytes) {
            case .valid(let character): repaired += character
            case .error(let length): repaired += repeatElement(0x1A, count: length)
            case .emptyInput: return repaired
            }
        }
    }

    // MARK: Matching

    /// All matches, or the first one.
    func search(_ text: [UInt8], first: Bool) -> RegularExpression.Search {
        // PCRE2 cuts the text at bytes that are no UTF-8, and then takes no cut for a start.
        let text = compiled.startsAtLines && String(validating: text, as: UTF8.self) == nil ? Self.repaired(text) : text
        let code = code(for: text)
        return withMatchData(for: code) { data in
            var search = RegularExpression.Search()
            var start = 0
            var options: UInt32 = 0
            while start <= text.count {
                let status = match(code, text, from: start, options: options, data)
                guard status > 0 else {
                    search.limit = limit(of: status)
                    break
                }
                let match = result(in: data)
                search.matches.append(match)
                if first { break }
                start = match.range.end
                // After an empty match the next one must be longer or later, else the search would stand still.
                options = match.range.count == 0 ? PCRE2_NOTEMPTY_ATSTART : 0
            }
            return search
        } ?? RegularExpression.Search(limit: .memory)
    }

    /// Whether there is a match.
    func hasMatch(_ text: [UInt8]) -> Bool {
        guard !compiled.startsAtLines || text.allSatisfy({ $0 < 0x80 }) else {
            return !search(text, first: true).matches.isEmpty
        }
        let code = code(for: text)
        return withMatchData(for: code) { data in
            let status = match(code, text, from: 0, options: 0, data)
            _ = limit(of: status)
            return status > 0
        } ?? false
    }

    private func code(for text: [UInt8]) -> OpaquePointer {
        isWorthMachineCode(text) ? machineCode() ?? interpreted : interpreted
    }

    private func isWorthMachineCode(_ text: [UInt8]) -> Bool {
        text.count >= Self.worthMachineCode
            || textCount.wrappingAdd(1, ordering: .relaxed).newValue > Self.manyTexts
    }

    func matchAtStart(_ text: [UInt8]) -> RegularExpression.Match? {
        let machine = isWorthMachineCode(text) ? anchoredMachineCode() : nil
        let code = machine ?? interpreted
        return withMatchData(for: code) { data -> RegularExpression.Match? in
            let status = match(code, text, from: 0, options: machine == nil ? PCRE2_ANCHORED : 0, data)
            _ = limit(of: status)
            return status > 0 ? result(in: data) : nil
        } ?? nil
    }

    private func withMatchData<Result>(for code: OpaquePointer, _ body: (OpaquePointer) -> Result) -> Result? {
        guard let data = pcre2_match_data_create_from_pattern_8(code, nil) else {
            reachedLimit.store(true, ordering: .relaxed)
            return nil
        }
        defer { pcre2_match_data_free_8(data) }
        return body(data)
    }

    private func match(
        _ code: OpaquePointer, _ text: [UInt8], from start: Int, options: UInt32, _ data: OpaquePointer
    ) -> CInt {
        let context = compiled.context
        return text.withUnsafeBufferPointer { buffer in
            // PCRE2 wants an address even for no bytes.
            let empty: StaticString = ""
            let address = buffer.baseAddress ?? empty.utf8Start
            let status = pcre2_match_8(code, address, buffer.count, start, options, data, context)
            guard status == PCRE2_ERROR_JIT_STACKLIMIT else { return status }
            return matchWithLargeStack(code, address, buffer.count, from: start, options: options, data)
        }
    }

    private func matchWithLargeStack(
        _ code: OpaquePointer, _ address: UnsafePointer<UInt8>, _ count: Int, from start: Int, options: UInt32,
        _ data: OpaquePointer
    ) -> CInt {
        guard let ownContext = pcre2_match_context_copy_8(compiled.context),
            let stack = pcre2_jit_stack_create_8(32 << 10, RegularExpressionLimits.stack, nil)
        else { return PCRE2_ERROR_NOMEMORY }
        defer {
            pcre2_jit_stack_free_8(stack)
            pcre2_match_context_free_8(ownContext)
        }
        pcre2_jit_stack_assign_8(ownContext, nil, UnsafeMutableRawPointer(stack))
        return pcre2_match_8(code, address, count, start, options, data, ownContext)
    }

    private func result(in data: OpaquePointer) -> RegularExpression.Match {
        let pairs = UnsafeBufferPointer(
            start: pcre2_get_ovector_pointer_8(data), count: 2 * Int(pcre2_get_ovector_count_8(data)))
        // An assertion with `\K` can move the start behind the end.
        let range = ByteRange(min(pairs[0], pairs[1]), pairs[1])
        let groupCount = compiled.groupCount
        guard groupCount > 0 else { return RegularExpression.Match(range: range, groups: []) }
        let groups = (1...groupCount).map { group -> ByteRange? in
            let (start, end) = (pairs[2 * group], pairs[2 * group + 1])
            // `PCRE2_UNSET`, all bits set.
            return start < 0 ? nil : ByteRange(min(start, end), end)
        }
        return RegularExpression.Match(range: range, groups: groups)
    }

    private func limit(of status: CInt) -> RegularExpression.Limit? {
        if status >= PCRE2_ERROR_NOMATCH { return nil }
        reachedLimit.store(true, ordering: .relaxed)
        switch status {
        case PCRE2_ERROR_HEAPLIMIT, PCRE2_ERROR_NOMEMORY, PCRE2_ERROR_JIT_STACKLIMIT: return .memory
        default: return .backtracking
        }
    }

    private func machineCode() -> OpaquePointer? {
        machine.withLock { $0.code { pcre2_code_copy_8(interpreted) } }
    }

    private func anchoredMachineCode() -> OpaquePointer? {
        anchoredMachine.withLock { $0.code { try? Self.compiled(pattern, Self.flags(options) | PCRE2_ANCHORED) } }
    }

    // MARK: Groups

    func groupNames() -> [(name: String, number: Int)] {
        if plainGroups != nil { return [] }
        var count: UInt32 = 0
        var width: UInt32 = 0
        var table: UnsafePointer<UInt8>?
        pcre2_pattern_info_8(interpreted, UInt32(PCRE2_INFO_NAMECOUNT), &count)
        pcre2_pattern_info_8(interpreted, UInt32(PCRE2_INFO_NAMEENTRYSIZE), &width)
        pcre2_pattern_info_8(interpreted, UInt32(PCRE2_INFO_NAMETABLE), &table)
        guard let table else { return [] }
        // Each entry: the number in two bytes, high byte first, then the name up to a zero byte.
        let names = (0..<Int(count)).map { index in
            let entry = table + index * Int(width)
            return (name: String(cString: entry + 2), number: Int(entry[0]) << 8 | Int(entry[1]))
        }
        return names.sorted { $0.number < $1.number }
    }
}
