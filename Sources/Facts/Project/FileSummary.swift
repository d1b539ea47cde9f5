import SQL
import SourceText

/// What other files may need to know of a file. Free of trees, so that a run keeps one for each file.
public struct FileSummary: Sendable {
    /// Relative to the root of the run.
    public var path: String
    /// Whether it is of the project as the rules see it, and may call something.
    public let mayCall: Bool
    public var routes: [RouteSummary] = []
    /// What it says of routes that other files register, by name.
    public var descriptions: [String: RouteDescription] = [:]
    public var routers: [Router] = []
    public var mounts: [Mount] = []
    /// Lists of what holds routers of other files.
    public var routerLists: [RouterList] = []
    public var middleware: [MiddlewareRegistration] = []
    /// For all routes of a framework in the package.
    public var everywhere: [FrameworkRegistration] = []
    /// The names of its functions, with those of their classes, and of what else it has that may stand before handlers.
    public var functionNames: [String] = []
    public var classNames: [String] = []
    /// Classes that stand in others, with the names of these: `Client.Controller`.
    public var innerClasses: [String] = []
    /// By the place of the name among those of functions: what classes run before their methods, which takes no details to know.
    public var classDependencies: [Int: ClassDependencies] = [:]
    /// The functions by whose registrations the router that they are given is meant, and not one of their own.
    public var routerSharers: Set<String> = []
    /// The functions that give back what others give them.
    public var relays: [RelayingFunction] = []
    /// What functions and classes of these names do, in the same order; nil where that is found out when somebody asks.
    public var details: FileDetails?
    /// Names of parameter types that stand for dependencies, with these.
    public var dependencyAliases: [String: [MiddlewareLink]] = [:]
    /// What stands before every handler of a kind that names no guards itself.
    public var defaults: [String: [MiddlewareLink]] = [:]
    /// Constant paths by the names they are given at the top of the file or of a class: `API_PREFIX`.
    public var paths: [String: String] = [:]
    /// Paths that calls are given together with what may handle them, be the calls known to register routes or not; of one
    /// that stands under a name, the name.
    public var handledPaths: [String] = []
    /// By exported name: the local name.
    public var exports: [String: String] = [:]
    /// Names imported to be exported again, and modules of which everything is.
    public var reexports = TakenOverNames()
    /// Constant paths and addresses of servers by name, for the URLs that other files make of them.
    public var addresses: [String: TextTemplate] = [:]
    /// By name: the classes of the objects that names at the top of the file hold.
    public var instances: [String: Symbol] = [:]
    /// Modules of which the file takes over every name.
    public var starImports: [Symbol] = []
    public var outgoing: [OutgoingSummary] = []
    public var clients: [ClientSummary] = []
    /// Functions that send what they are given, by name with their class.
    public var wrappers: [String: WrapperSummary] = [:]
    public var adornments: [ClientAdornment] = []
    /// What it calls of other files for each element of a loop.
    public var elementCalls: [ElementCall] = []
    /// What findings of this file wait for.
    public var questions: [ProjectQuestion] = []
    /// Files that guard routes by their path (a matcher) rather than by registration.
    public var pathGuards: [PathGuard] = []
    /// Whether it reads a cookie by which callers prove themselves, which browsers send by themselves.
    public var readsProofCookie = false
    /// The bodies of its error responses, as far as they are objects of known keys.
    public var errorBodies: [BodyShape] = []
    /// Whether the file registers how the project words its error responses.
    public var registersErrorHandler = false
    /// Whether it makes one transaction of each request.
    public var wrapsRequests = false
    /// Whether it says of the folder that it is in that it holds no program, but what others are made of.
    public var describesLibrary = false
    /// The headers, in lower case, that its middleware sets for responses that others make.
    public var passedHeaders: Set<String> = []

    /// The classes whose rows belong to users, in lower case.
    public var ownedTables: [String] = []
    /// The same of those by whose rows people sign in.
    public var accountTables: [String] = []

    /// The text of a file that makes the project's tables.
    public var schemaText: [UInt8]?

    public init(path: String, mayCall: Bool = true) {
        self.path = path
        self.mayCall = mayCall
    }
}

/// What a class runs before its methods, as the function that does so.
public struct ClassDependencies: Sendable {
    /// That of the class, and what no function has.
    public var name: String
    public var links: [MiddlewareLink]
    /// 1-based.
    public var line: Int

    var function: FunctionSummary { FunctionSummary(name: name, verdict: .open, links: links, line: line) }
}

/// How much a summary tells.
public enum SummaryDetail: Sendable {
    /// What findings may depend on, but of functions and classes their names alone.
    case outline
    /// What findings may depend on.
    case findings
    /// What handlers do, too.
    case inventory
}

/// A route without its tree.
public struct RouteSummary: Sendable {
    public var methods: [String]
    public var path: String?
    public var line: Int
    public var anchor: ByteRange
    public var handlerLine: Int
    public var handlerSymbol: Symbol?
    public var framework: String
    public var router: String?
    public var chain: [MiddlewareLink]
    public var handlerVerdict: AuthenticationVerdict
    public var handlerCalls: [Symbol]
    /// Those of them that turn no stranger away, whatever they do.
    public var forgivenCalls: [Symbol] = []
    public var methodCalls: [Symbol] = []
    /// Functions of other files that those call which the handler calls in its file.
    public var innerCalls: [Symbol] = []
    public var injectedCalls: [Symbol] = []
    public var description: Symbol?
    public var versions: [String]?
    public var position: Int
    public var statuses: [Int] = []
    public var classHandler: ClassHandler?
    public var methodsAreAssumed = false
    public var isCalledByName = false
    public var isUpgrade = false
    public var isReexported = false
    public var forwardsTo: Symbol?
    /// The local handler's name, where it has one.
    public var handlerName: String?
    /// Whether the local handler calls a server.
    public var callsServer = false
    /// Of the local handler; one that serves a page, whatever the method, is idle, too.
    public var traits = HandlerTraits()
    /// Whether it answers that all is well: `{ status: "ok" }`.
    public var saysHealthy = false
    /// What the local handler does, where the summary is made for an inventory.
    public var content = HandlerContent()

    /// Whether it may take a method, as far as the file alone says.
    func takes(_ method: String) -> Bool {
        classHandler != nil || methodsAreAssumed || methods.contains(method) || methods.contains("*")
    }
}

/// A function whose result is what functions of other files give it, or methods of objects that it is given.
public struct RelayingFunction: Sendable {
    /// With its class: `UserController.list`.
    public var name: String
    /// 1-based.
    public var line: Int
    /// What it calls for its result.
    public var calls: [Symbol]
}

/// A parameter by which what a function makes is told to let callers pass that it does not know: `isOptional`, `required`.
public struct OpeningFlag: Hashable, Sendable {
    public var position: Int
    /// What it has to be for that.
    public var value: Bool
    /// Whether it is that where nothing is given.
    public var isDefault: Bool

    func isSet(in flags: [Bool?]) -> Bool {
        flags.indices.contains(position) ? flags[position] == value : isDefault
    }
}

/// A function that other files may use as middleware, helper or handler.
public struct FunctionSummary: Sendable {
    /// With its class: `UserController.create`.
    public var name: String
    /// What the body does.
    public var verdict: AuthenticationVerdict
    /// Whether it is middleware that is sure to let everybody pass.
    public var letsAllPass = false
    /// What stands before it: decorators, dependencies in its signature.
    public var links: [MiddlewareLink] = []
    /// The HTTP methods that it says it takes; empty where it says nothing.
    public var methods: [String] = []
    /// What sort of handler it is, in the words of the model that knows.
    public var kind: String?
    /// Functions of other files that it calls.
    public var calls: [Symbol] = []
    /// Those of them that turn no stranger away, whatever they do.
    public var forgivenCalls: [Symbol] = []
    /// The statuses of the responses that it makes.
    public var statuses: [Int] = []
    /// Whether it returns nothing for callers that it does not know, and turns none away.
    public var isLenient = false
    /// Whether it returns nothing for some requests, whoever sends them, though something before it asks for a proof.
    public var givesNothing = false
    /// Whether it is middleware that only calls something else with all that it is given.
    public var handsOver = false
    /// Whether a model says of what a class inherits that it does not insist.
    public var isKnownToModels = false
    /// Whether a limiter of rates is called in it.
    public var limitsRate = false
    /// Whether it does something only for callers that it knows.
    public var knowsCallers = false
    /// What it does as a handler, where it is left early by callers who are not signed in.
    public var exitVerdict: AuthenticationVerdict?
    /// Whether it tests the path of the request, so that it may hold for some routes and not for others.
    public var decidesByPath = false
    /// The setting by which it lets everybody pass.
    public var openingSetting: String?
    /// The parameters by which what it makes is told not to insist.
    public var openingFlags: [OpeningFlag] = []
    /// Whether it asks for the caller where it tests the path, so that it may turn callers away from some routes.
    public var guardsSomePaths = false
    /// 1-based.
    public var line: Int
    /// What it is as a handler.
    public var traits = HandlerTraits()
    /// By what its body tells callers apart, where it turns some away.
    public var proofs: Set<ProofKind> = []
    /// Whether it asks a module that finds callers by a cookie of its own.
    public var asksSessionModule = false
    /// Whether it calls a server, which may ask who calls.
    public var callsServer = false
    /// Whether it, or what it calls in its file, calls a server with what it reads of callers.
    public var relaysCallers = false
    /// Of `calls`, those that it makes for requests of some methods only.
    public var methodCalls: [Symbol] = []
    /// Functions of other files that those call which it calls in its file.
    public var innerCalls: [Symbol] = []
    /// Where the summary is made for an inventory.
    public var content = HandlerContent()
}

/// A guard that names what it protects.
public struct PathGuard: Sendable {
    public var framework: String
    /// The paths that are guarded; where there are none and no classes either, all are.
    public var places: [PathGuardPlace]
    /// Classes, all of whose routes are guarded.
    public var classes: [String] = []
    public var links: [MiddlewareLink]
}

/// One path that a guard names.
public struct PathGuardPlace: Hashable, Sendable {
    /// A regular expression that matches a whole path.
    public var expression: String
    /// In upper case; nil for all.
    public var method: String?
}

/// What a query needs of the schema.
public enum SchemaPart: Hashable, Sendable {
    case table, column, index
}

/// The SQL of a query, as far as the schema decides about it.
public struct SQLUse: Hashable, Sendable {
    public var bytes: [UInt8]
    public var holes: [SQLHole]

    /// Parsed again by whoever joins the files.
    var document: SQLDocument { SQLDocument(SQLText(bytes, holes: holes)) }
}

/// Where some code stands: in the handlers of these routes of the file, and in these of its functions.
public struct RunPlace: Hashable, Sendable {
    public var routes: [Int]
    public var functions: [String]
    /// The 1-based lines of the methods of classes that it stands in.
    public var methodLines: [Int] = []
    /// The methods of a request under which alone it is run, where tests around it say so; empty where none does.
    public var methods: [String] = []
    /// The 1-based line of the outermost function around it, where that reads no body of a request.
    public var bodilessLine: Int?
}

/// Something about a file that only the whole project can answer. Findings wait for the answers. Each takes the memory that it
/// needs, and not that of the largest: a run keeps those of all files.
public indirect enum ProjectQuestion: Hashable, Sendable {
    /// Does the file's route with this index, under one of its paths and behind everything on its chain, fulfil all of this?
    case route(Int, RouteCriteria)
    /// Does the file's outgoing call with this index fulfil all of this?
    case outgoing(Int, OutgoingCriteria)
    /// Has the project no error handler of its own?
    case noErrorHandler
    /// Whether each request is one transaction.
    case wrapsRequests
    /// Does middleware of the project set one of these headers for responses that others make?
    case setsHeader(Set<String>)
    /// Does a body of this shape violate the shape that most error responses of the project have?
    case violatesInferredEnvelope(BodyShape)
    /// Has the project a file that one of these globs matches?
    case hasFile([Glob], except: [Glob])
    /// Is this code run by a route that fulfils the criteria, all of whose methods are among theirs?
    case isRun(RunPlace, RouteCriteria)
    /// Does everybody get to read, signed in or not, all that identifiers of these names stand for?
    case readsOpenly(Set<String>)
    /// Does the SQL name a table or column that the project's schema lacks, or search by a column without an index?
    case schemaLacks(SchemaPart, SQLUse)
    /// Do the definitions of the file give one of these columns another type than it has by the files before?
    case changesType([SQLColumnPath])
    /// Does a route of another file name this function as its handler, or is a class that has it on this 1-based line a route's?
    case handlesRoute(String, methodLine: Int?)
    /// Do rows of one of these tables belong to users, by what a class of the project says?
    case belongToUsers([String])
    /// Do people sign in by rows of one of these tables, by what a class of the project says?
    case areAccounts([String])
    /// Does one of the file's mounts with these indexes put a router of the project in its place?
    case mountsRouter([Int])
    /// Does the file's mount with this index put none in its place?
    case mountsNoRouter(Int)
    /// Do all calls give these parameters of the file's functions what cannot change what SQL means?
    case isGivenHarmless([ParameterPlace])
    /// Do all calls of the file's function of this name, with its class, stand in transactions that hold for what is called
    /// in them?
    case isCalledInTransactions(String)
    /// Does a call of another file give one of these parameters of one function of the file each element of a loop in turn?
    case isCalledPerElement([ParameterPlace])
    /// Is any of this an identifier that a client sent, in a route that fulfils the criteria, and that nothing ties to the user
    /// on its way to the write that stores it, which stands there?
    case isSentUnchecked([StoredInput], RunPlace?, RouteCriteria)
}
