/// A class whose methods may handle requests, as other files may need to know it.
public struct ClassSummary: Sendable {
    public var name: String
    public var line: Int
    /// Whether by what it is a kind of it is middleware, which may do more than its own name says.
    public var isMiddleware = false
    /// Superclasses that no model knows, for the project to find.
    public var bases: [Symbol]
    public var members: [ClassMember]
    /// The names of the fields that it declares with their types.
    public var fields: [String] = []
    /// What sort of handler known superclasses make it, in the words of their model.
    public var kinds: [String]
    /// Names of methods that known superclasses provide.
    public var provided: [String]
    /// What stands before every method: decorators, superclasses known for it.
    public var links: [MiddlewareLink]
    /// The guards that the class names in a statement, in place of those of its superclasses and of the project; nil where it
    /// names none.
    public var ownGuards: [MiddlewareLink]?
    /// What a method of the class gives in place of all these; empty where it has no such method.
    public var choices: [GuardChoice] = []
    /// The only HTTP methods that it takes, where it says so.
    public var methods: [String]?
}

/// A method of a class.
public struct ClassMember: Sendable {
    public var name: String
    public var function: FunctionSummary
    /// Where the method says itself how it is reached: below the path of the class, or of one of its instances.
    public var path: String?
    public var isForInstance: Bool
    /// The guards that the method names in place of those of its class.
    public var ownGuards: [MiddlewareLink]?
    /// Whether it calls a method of its own name: that of its superclass.
    public var goesOn: Bool
}
