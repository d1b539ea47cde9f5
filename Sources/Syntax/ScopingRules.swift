/// How a language's names come into being and where they are seen. What distinguishes the languages for whoever
/// resolves names is in here; nobody asks for a language by name.
public struct ScopingRules: Sendable {
    /// Who sees the names that a class body declares.
    public enum Members: Sendable {
        /// They are no variables: only `receiver.name` reaches them.
        case reachedByReceiver
        /// The statements of the class body itself, but not the functions in it.
        case seenInBody
        /// The functions in the class body too.
        case seenInFunctions
    }

    /// Assigning to a name declares it in the function, class body or file around; blocks open no scope.
    public var assignmentDeclares: Bool
    /// Assigning to a name that nothing declares makes it a variable of the whole file.
    public var assignmentMakesGlobal: Bool
    /// Declaring a name again in the same block makes another variable from there on.
    public var redeclarationShadows: Bool
    /// An import under a condition is in effect from where it stands, not in its whole scope.
    public var importsInOrder: Bool
    /// The keyword of declarations that belong to the function around them instead of the block; empty where there is none.
    public var functionScopedKeyword: [UInt8]
    /// A local variable is seen after its declaration only, not in the whole scope.
    public var seenFromDeclaration: Bool
    public var members: Members
    /// A parameter's default may use the parameters; else it is evaluated outside the function.
    public var defaultsSeeParameters: Bool
    /// The bare target of a `for .. in` loop is a new variable of that loop.
    public var loopTargetDeclares: Bool
    /// A bare name in a `case` pattern is bound by it.
    public var patternNameBinds: Bool
    /// A bare name as the key of an object literal is that name, not the variable's value.
    public var objectKeyIsName: Bool
    /// What a method calls the object it is called on; empty where that is its first parameter.
    public var receiver: [UInt8]
    /// Calling a name may be constructing an instance of it; else only `new` does that.
    public var callConstructs: Bool
    /// The functions that return a module by its name: `require`.
    public var moduleFunctions: [[UInt8]]
    /// The files of a module see each other's names without an import.
    public var filesShareNames: Bool
    /// A function without a list of parameters has those that it uses by their numbers: `$0`.
    public var parametersHaveNumbers: Bool

    public init(
        assignmentDeclares: Bool = false, assignmentMakesGlobal: Bool = false, redeclarationShadows: Bool = false,
        importsInOrder: Bool = false, functionScopedKeyword: [UInt8] = [], seenFromDeclaration: Bool = false,
        members: Members = .reachedByReceiver, defaultsSeeParameters: Bool = true, loopTargetDeclares: Bool = false,
        patternNameBinds: Bool = false, objectKeyIsName: Bool = false, receiver: [UInt8] = [],
        callConstructs: Bool = true,
        moduleFunctions: [[UInt8]] = [],
        filesShareNames: Bool = false, parametersHaveNumbers: Bool = false
    ) {
        self.assignmentDeclares = assignmentDeclares
        self.assignmentMakesGlobal = assignmentMakesGlobal
        self.redeclarationShadows = redeclarationShadows
        self.importsInOrder = importsInOrder
        self.functionScopedKeyword = functionScopedKeyword
        self.seenFromDeclaration = seenFromDeclaration
        self.members = members
        self.defaultsSeeParameters = defaultsSeeParameters
        self.loopTargetDeclares = loopTargetDeclares
        self.patternNameBinds = patternNameBinds
        self.objectKeyIsName = objectKeyIsName
        self.receiver = receiver
        self.callConstructs = callConstructs
        self.moduleFunctions = moduleFunctions
        self.filesShareNames = filesShareNames
        self.parametersHaveNumbers = parametersHaveNumbers
    }
}
