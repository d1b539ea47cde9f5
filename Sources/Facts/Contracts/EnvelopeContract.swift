import Matching

/// The shape that a JSON body must have.
public struct EnvelopeContract: Hashable, Sendable {
    /// What a value must be.
    public enum ValueType: Hashable, Sendable {
        case any, string, number, boolean, array
        /// A string in capitals with underscores; how it is spelled, a rule of its own judges.
        case constantName
        case literal(Bool)
        case object([Field])
    }

    /// One key.
    public struct Field: Hashable, Sendable {
        public var name: String
        public var type: ValueType
        public var isRequired: Bool
        /// Whether another key of the contract judges it (a rule of its own).
        public var isJudgedElsewhere: Bool

        public init(_ name: String, _ type: ValueType, isRequired: Bool = true, isJudgedElsewhere: Bool = false) {
            self.name = name
            self.type = type
            self.isRequired = isRequired
            self.isJudgedElsewhere = isJudgedElsewhere
        }
    }

    public var fields: [Field]
    public var allowsExtraKeys: Bool

    public init(_ fields: [Field], allowsExtraKeys: Bool = true) {
        self.fields = fields
        self.allowsExtraKeys = allowsExtraKeys
    }

    /// `{error: string, code: number, details?: object}`
    public static let flat = EnvelopeContract([
        Field("error", .string), Field("code", .number), Field("details", .any, isRequired: false),
    ])
    /// `{error: {code: string, message: string, details?}}`
    public static let nested = EnvelopeContract([
        Field(
            "error",
            .object([
                Field("code", .constantName), Field("message", .string), Field("details", .any, isRequired: false),
            ]))
    ])
    /// `{success: false, error: {code, message}, meta: {requestId}}`
    public static let success = EnvelopeContract([
        Field("success", .literal(false)),
        Field("error", .object([Field("code", .constantName), Field("message", .string)])),
        Field("meta", .object([Field("requestId", .any)]), isJudgedElsewhere: true),
    ])
    /// RFC 9457
    public static let problem = EnvelopeContract([
        Field("type", .string), Field("title", .string), Field("status", .number),
        Field("detail", .string, isRequired: false), Field("instance", .string, isRequired: false),
    ])

    /// Whether a body has the shape; nil where its keys or values are not known well enough.
    public func isFulfilled(by body: BodyShape) -> Bool? {
        switch body {
        case .unknown, .empty: return nil
        case .object(let keys): return Self.isFulfilled(fields, by: keys, allowsExtraKeys: allowsExtraKeys)
        default: return false
        }
    }

    private static func isFulfilled(_ fields: [Field], by keys: [BodyKey], allowsExtraKeys: Bool) -> Bool? {
        var isCertain = true
        for field in fields where !field.isJudgedElsewhere {
            guard let key = keys.first(where: { $0.name == field.name }) else {
                if field.isRequired { return false }
                continue
            }
            switch isOf(field.type, key) {
            case false?: return false
            case nil: isCertain = false
            default: break
            }
        }
        if !allowsExtraKeys, keys.contains(where: { key in !fields.contains { $0.name == key.name } }) { return false }
        return isCertain ? true : nil
    }

    private static func isOf(_ type: ValueType, _ key: BodyKey) -> Bool? {
        if case .unknown = key.value { return type == .any ? true : nil }
        switch type {
        case .any: return true
        case .string, .constantName: return key.value == .string
        case .number: return key.value == .number
        case .boolean: return key.value == .boolean
        case .array: return key.value == .array
        case .literal(let truth):
            guard key.value == .boolean else { return false }
            return key.constant.map { $0 == .boolean(truth) }
        case .object(let fields):
            guard case .object(let keys) = key.value else { return false }
            return isFulfilled(fields, by: keys, allowsExtraKeys: true)
        }
    }

    // MARK: Faults

    /// What of a body is not as the contract has it, in words that follow a comma; nil where nothing is known to be.
    public func fault(of body: BodyShape) -> String? {
        switch body {
        case .unknown, .empty: return nil
        case .text: return "it is text where a JSON object belongs"
        case .object(let keys): return Self.fault(of: keys, fields, within: "", allowsExtraKeys: allowsExtraKeys)
        default: return "it is \(body.noun) where an object belongs"
        }
    }

    private static func fault(
        of keys: [BodyKey], _ fields: [Field], within prefix: String, allowsExtraKeys: Bool
    ) -> String? {
        let judged = fields.filter { !$0.isJudgedElsewhere }
        let missing = judged.filter { field in field.isRequired && !keys.contains { $0.name == field.name } }
        if !missing.isEmpty { return "it lacks " + missing.map { "'\(prefix)\($0.name)'" }.joined(separator: " and ") }
        for field in judged {
            guard let key = keys.first(where: { $0.name == field.name }), isOf(field.type, key) == false else {
                continue
            }
            let name = prefix + field.name
            if case .object(let inner) = field.type, case .object(let own) = key.value,
                let fault = fault(of: own, inner, within: name + ".", allowsExtraKeys: true)
            {
                return fault
            }
            return "'\(name)' is \(key.constant?.noun ?? key.value.noun) where \(field.type.noun) belongs"
        }
        if !allowsExtraKeys, let extra = keys.first(where: { key in !fields.contains { $0.name == key.name } }) {
            return "it has '\(extra.name)', which the contract does not know"
        }
        return nil
    }

    // MARK: Parts

    /// Whether the contract requires a part, named with dots: `meta.requestId`.
    public func requires(_ path: String) -> Bool {
        var fields = fields
        for name in path.split(separator: ".") {
            guard let field = fields.first(where: { $0.name == name }), field.isRequired else { return false }
            if case .object(let inner) = field.type { fields = inner } else { fields = [] }
        }
        return true
    }

    /// The type of a part, named with dots; nil where the contract does not speak of it.
    public func type(of path: String) -> ValueType? {
        var fields = fields
        var type: ValueType?
        for name in path.split(separator: ".") {
            guard let field = fields.first(where: { $0.name == name }) else { return nil }
            type = field.type
            if case .object(let inner) = field.type { fields = inner } else { fields = [] }
        }
        return type
    }
}

extension EnvelopeContract.ValueType {
    /// With its article.
    fileprivate var noun: String {
        switch self {
        case .any: "a value"
        case .string, .constantName: "a string"
        case .number: "a number"
        case .boolean: "a boolean"
        case .array: "a list"
        case .literal(let truth): "\(truth)"
        case .object: "an object"
        }
    }
}

extension BodyShape {
    /// With its article.
    fileprivate var noun: String {
        switch self {
        case .unknown: "something"
        case .empty: "nothing"
        case .text: "text"
        case .object: "an object"
        case .array: "a list"
        case .string: "a string"
        case .number: "a number"
        case .boolean: "a boolean"
        case .null: "null"
        }
    }
}

extension Constant {
    /// The value itself, where it is as short as a boolean.
    fileprivate var noun: String? {
        if case .boolean(let truth) = self { "\(truth)" } else { nil }
    }
}
