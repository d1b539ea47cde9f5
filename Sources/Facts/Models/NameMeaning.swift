extension NameVocabulary {
    /// What a name says that its bearer does.
    public enum Meaning: String, CaseIterable, Sendable {
        /// Marks a route as meant for everybody, whatever guards stand further out.
        case opens
        /// Rejects callers that are not authenticated, but only where they write.
        case authenticatesWrites = "authenticates-writes"
        /// In the place of a permission: that none is asked for.
        case noPermission = "no-permission"
        /// Finds out who the caller is and lets everybody pass.
        case identifies
        /// Sees to it that a request comes from the application's own pages, whoever sends it.
        case guardsForms = "guards-forms"
        /// Rejects callers that are not authenticated.
        case authenticates
        case authorizes
        case limitsRate = "limits-rate"
        case validates
        /// Wraps a function that registers routes so that it registers on the router it is given, and not on one below it.
        case sharesRouter = "shares-router"
        /// Types of applications, of which a program has one.
        case application
        /// Types of what routes are registered on.
        case routerType = "router-type"
        /// Members of a request or context that are the request as a whole.
        case wholeRequest = "whole-request"
        /// Holds a path, or what stands before paths.
        case path
        /// Does what its arguments do, and nothing else: wrappers of handlers, lists of guards.
        case wraps
        /// Puts guards together that hold one and all, and makes one of them.
        case combines
        /// Calls that answer nobody and never fail for what a caller sent: readers of headers, loggers.
        case cannotReject = "cannot-reject"
        /// Certainly does none of these: parsing, compression, logging, headers.
        case neutral
        case requestIdentifier = "request-id"
        case logsRequests = "logs-requests"
        case securityHeaders = "security-headers"
        case parsesBody = "parses-body"
        case handlesErrors = "handles-errors"
        /// What tells one caller from another: a session, a user, a token.
        case identity
        /// What a caller proves himself by, or what is known of him by that: a session, a token, the current user.
        case proof
        /// Keys under which a session holds who is logged in.
        case sessionKey = "session-key"
        /// Keys under which a session holds what it holds of strangers, too.
        case passingSessionKey = "passing-session-key"
        /// Objects that hold what belongs to the request at hand.
        case heldByRequest = "held-by-request"
        /// Anything that may have to do with who calls.
        case hintsAtCaller = "hints-at-caller"
        /// Where a request says that it comes from.
        case saysWhence = "says-whence"
        /// Types of parameters that are likely to stand for something that runs before the function.
        case dependency
        /// Types of middleware, which handles requests before others do.
        case middlewareType = "middleware-type"
        /// Types whose values are parts of paths.
        case pathType = "path-type"
        /// Functions that by their name turn callers away, rather than answer whoever asks.
        case insists
        /// Functions that say who calls, and leave it to others to insist: `getSession()`.
        case asks
        /// Answers that by their name speak against the caller: `is_anonymous`.
        case denies
        /// Methods of clients of servers that send a request.
        case requestVerb = "request-verb"
        /// Handlers that by their name do nothing but refuse: `notImplemented`.
        case refuses
        /// Errors that only somebody who turns callers away raises: `NotAuthorized`.
        case denial
        /// Keys under which a response says what went wrong.
        case errorKey = "error-key"
        /// Answers to callers who have not proved who they are, rather than to those who may not.
        case saysUnauthenticated = "says-unauthenticated"
        /// Calls that send the caller elsewhere.
        case redirects
        /// Where callers log in.
        case loginPlace = "login-place"
        /// Methods of connections and sessions of databases.
        case usesDatabase = "uses-database"
        /// What a request says of the way it came: path, endpoint.
        case requestPath = "request-path"
        /// Handlers and routers of routes that are public by convention, whatever their paths.
        case publicName = "public-name"
        case publicRouter = "public-router"
        /// What holds routes that others mount.
        case routerName = "router-name"
        /// Paths of routes that are public by convention.
        case publicPath = "public-path"
        /// Paths that say of themselves that everybody may call them.
        case openPath = "open-path"
        /// Paths that count visitors, who need not be known; what guards them counts all the same.
        case telemetryPath = "telemetry-path"
        /// Functions that quote or escape a value for SQL.
        case escapesSQL = "escapes-sql"
        /// Tables of logs, audits, sessions and analytics, to which writing is a side effect.
        case bookkeepingTable = "bookkeeping-table"
        /// Tables that hold one row: the settings of the whole application.
        case singleRowTable = "single-row-table"
        /// Columns that note that somebody was seen: last-seen, last-login, last-accessed.
        case presenceColumn = "presence-column"
        /// Columns that count how often somebody tried.
        case attemptCounter = "attempt-counter"
        /// Functions that say by their name that they mean all rows.
        case emptiesTable = "empties-table"
        /// Functions that fill a database that is new.
        case fillsDatabase = "fills-database"
        /// Types that only say more of another one.
        case annotatesType = "annotates-type"
        /// Classes of the language whose objects hold others.
        case collectionClass = "collection-class"
        /// Functions that only tell somebody what they are given: loggers, exceptions, descriptions of tests.
        case speaks
        /// Paths under which people sign in or open accounts.
        case accountEntry = "account-entry"
        /// Steps of that, such as a code that they were sent, among paths that are public by convention.
        case entranceStep = "entrance-step"
        /// Paths by which they sign out, which only those can who are signed in.
        case accountExit = "account-exit"
        /// The parts of a request that hold what the client sends as data: its body, its query, parameters in its path.
        case sentData = "sent-data"
        /// Decorators and defaults of parameters that a framework fills with such data.
        case sentParameter = "sent-parameter"
        /// Types of what a handler is given of the body: `SettingsRequest`.
        case sentType = "sent-type"
        /// Headers, cookies and sessions, which clients send besides.
        case sentByItself = "sent-by-itself"
        /// What says in which environment a program runs: `NODE_ENV`, `DEBUG`.
        case environment
        /// What holds or is something that whoever runs the program has set.
        case setting
        /// What a handler reads to learn what was asked of it and what was sent.
        case tellsRequest = "tells-request"
        /// Methods of controllers by which people sign in, with the names of these: `AuthController.sendCode`.
        case entranceHandler = "entrance-handler"
        /// Calls that answer with a file or a page.
        case servesPage = "serves-page"
        /// Dependencies that by their names give nothing for callers who are not signed in.
        case optionalCaller = "optional-caller"
        /// Functions that compute a digest: what they give proves nothing of the caller.
        case computesDigest = "computes-digest"
        /// Variables and keys that hold a token.
        case holdsToken = "holds-token"
        /// What the kinds of a schema are asked of, and what may stand between.
        case schemaRoot = "schema-root"
        case schemaStep = "schema-step"
        /// Schemas of which one has to hold.
        case schemaUnion = "schema-union"
        /// What says of a field that it is one of some values.
        case limitsChoice = "limits-choice"
        /// Calls that check a value by a schema and give it back.
        case checksSchema = "checks-schema"
        /// Options that say by a pattern which texts are let through.
        case textPattern = "text-pattern"
        /// Methods that make something of each element.
        case mapsElements = "maps-elements"
        /// Modules whose functions are given a collection first, and such functions by themselves.
        case collectionModule = "collection-module"
        case collectionFunction = "collection-function"
        /// Methods of what puts a query together that give its text, with placeholders for its values.
        case givesBuiltSQL = "gives-built-sql"
        /// Tables of what has been read before.
        case keepsAnswers = "keeps-answers"
        /// Calls that make a response, or a part of one, of all rows they are given.
        case serializesRows = "serializes-rows"
        /// Calls that run a closure at once and give back what it gives.
        case givesBackResult = "gives-back-result"
        /// Keys of an answer that say how a service is, and the values by which it says that all is well.
        case healthKey = "health-key"
        case healthyValue = "healthy-value"
        /// Words that say so under whatever key.
        case healthyWord = "healthy-word"
        /// What says in an answer that the method of the request is not taken.
        case refusesMethod = "refuses-method"
        /// Functions that check who calls where they are given the request and its response, and the names of responses.
        case checksCaller = "checks-caller"
        case responseRoot = "response-root"
        /// Parameters and options by which middleware is told whether to insist.
        case strictFlag = "strict-flag"
        /// Calls that count up what a store keeps, keys of what is counted so that it can be limited, and fields in which a record
        /// keeps how often something was tried.
        case countsUp = "counts-up"
        case limitKey = "limit-key"
        case attemptCount = "attempt-count"
        /// Calls by which a migration makes a table of the name that it is given.
        case makesTable = "makes-table"
        /// Functions that say how many elements they are given.
        case countsElements = "counts-elements"
        /// Functions that put all elements that they are given into a list.
        case copiesElements = "copies-elements"
        /// Calls that write a text to a file or stream.
        case writesText = "writes-text"
        /// Variables and keys that hold a total of many rows.
        case total
        /// Functions that make a number of whatever they are given, or a text that only numbers, dates and digests have.
        case numberFunction = "number-function"
        /// Labels of arguments that name the function or type to which a call converts what it gives.
        case conversionLabel = "conversion-label"
        case numberMethod = "number-method"
        case numberMember = "number-member"
        case numberType = "number-type"
        /// Members whose values are written in the program.
        case constantMember = "constant-member"
        /// Types that list what may be asked for, by their names alone.
        case enumerationType = "enumeration-type"
        /// What a member of an enumeration stands for, in languages in which it is no text itself.
        case enumerationValue = "enumeration-value"
        /// Decorators that make a property of a method.
        case propertyDecorator = "property-decorator"
        /// Calls that give back what they are called on or given, or a part of it.
        case passesText = "passes-text"
        /// Of those, the ones that give a mapping's keys.
        case keysOfMapping = "keys-of-mapping"
        /// Classes whose methods are given what others are called on.
        case textClass = "text-class"
        /// Of a text, what takes white space off it or changes its case.
        case trimsText = "trims-text"
        /// Functions of one text that say what it is, or tidy it up.
        case marksText = "marks-text"
        case replacesText = "replaces-text"
        /// Methods of a template that put their arguments in, of a list or its separator that put the elements together, and of a
        /// text that add their arguments to it.
        case formatsText = "formats-text"
        case joinsText = "joins-text"
        case appendsText = "appends-text"
        /// Types that hold a text as it is, without telling what was put in from what was there.
        case plainTextType = "plain-text-type"
        /// Labels of interpolations that put their value in as it is.
        case rawInterpolation = "raw-interpolation"
        /// Tags of templates that put their values in as they are.
        case rawTemplate = "raw-template"
        case bindingTemplate = "binding-template"
        /// Members that name tables and schemas of the program.
        case programName = "program-name"
        /// Objects that stand for the database, or the dialect that it speaks.
        case databaseHandle = "database-handle"
        /// The object that a method belongs to.
        case selfReference = "self-reference"
        /// Methods that make an object of their class.
        case constructor
        /// What makes an object of the type that is wanted where it is called, which is not named there: `.init(..)`.
        case makesWantedType = "makes-wanted-type"
        /// Functions and methods that give any value as a text.
        case makesText = "makes-text"
        /// Functions and methods that give an object made of those they are given.
        case combinesObjects = "combines-objects"
        /// Members of a status that give its number, and labels of arguments that are that number.
        case statusMember = "status-member"
        case statusLabel = "status-label"
        /// Settings and environment of the program.
        case configuration
        /// The object that brings a request, and members by which objects give parts of one.
        case requestObject = "request-object"
        case requestPart = "request-part"
        /// What a request has whoever sends it, besides its parts.
        case requestMember = "request-member"
        /// What holds the body of a request that is sent to change something.
        case requestBody = "request-body"
        /// Functions that go on with a request, errors of parsing its body, and what is run for the responses of all.
        case passesOn = "passes-on"
        case bodyError = "body-error"
        case hooksResponses = "hooks-responses"
        /// Functions and variables that hold SQL, wherever they stand in it.
        case sqlText = "sql-text"
        /// Those that hold it where a clause or a condition stands.
        case sqlPart = "sql-part"
        /// Options by which only some fields of an object are given.
        case choosesFields = "chooses-fields"
        /// Calls that add something to a list.
        case growsList = "grows-list"
        case testsMembership = "tests-membership"
        /// Methods that call the function they are given once for each element.
        case iteratingCall = "iterating-call"
        /// Methods that give an object's keys and values one after the other.
        case goesThroughObject = "goes-through-object"
        /// Methods that run the function they are given in a transaction.
        case opensTransaction = "opens-transaction"
        /// Methods that call the function they are given where they stand, as a part of the function around them.
        case immediateCall = "immediate-call"
        /// Functions that give one of the numbers that they are given.
        case passesNumber = "passes-number"
        /// Functions that give elements with their numbers.
        case numbersElements = "numbers-elements"
        /// Functions that give the elements of several lists side by side.
        case pairsElements = "pairs-elements"
        /// Functions that give the keys of an object, and those that give them with their values.
        case givesKeys = "gives-keys"
        case givesEntries = "gives-entries"
        /// Words of whatever keeps others from a row or a section of code.
        case locks
        /// Columns that count the versions of a row.
        case versionColumn = "version-column"
        /// Files that a project is run by.
        case projectFile = "project-file"
        /// Comparisons of data mappers, be they keys, functions or methods: of a column with a value, and with a list of them;
        /// and what joins comparisons that all have to hold.
        case equality
        case membership
        case conjunction
        /// Methods that take a column and what it is compared with, by an operator between them or as equal.
        case comparesColumn = "compares-column"
        /// Middleware that by its name finds out who calls, and does not say that strangers pass.
        case findsCaller = "finds-caller"
        /// Changes of a row that are made from the value that is there.
        case atomicChange = "atomic-change"
        /// What stands for all rows of a table behind its name, and objects that are tables.
        case wholeTable = "whole-table"
        case tableObject = "table-object"
        /// Methods and functions that change an object in place, and those that put what they are given into their object.
        case changesObject = "changes-object"
        case putsIn = "puts-in"
        /// Columns of which a value belongs to one row.
        case keyColumn = "key-column"
        /// Columns of which a list of values, as other rows gave them, picks out about as many rows.
        case listedColumn = "listed-column"
        /// Functions that go through all elements of what they are given.
        case goesThrough = "goes-through"
        /// Functions and classes that load many rows at once.
        case batchLoader = "batch-loader"
        /// Lists of lists, and sizes, by which work is done in steps.
        case chunk
        /// Expressions that stand for one page of rows.
        case pageOfRows = "page-of-rows"
        /// Limits that are spans of time.
        case timeSpan = "time-span"
        /// Calls that give a row of numbers to loop over.
        case numberRange = "number-range"
        /// Calls that give the elements of what they are called on or given.
        case passesElements = "passes-elements"
        /// Functions that give those of the elements they are given that fulfil a condition.
        case choosesElements = "chooses-elements"
        /// Calls on the result of a query that ask for one row.
        case singleRow = "single-row"
        /// Members of a result that hold its rows, and calls that give the rows or something made of each.
        case rowsMember = "rows-member"
        case rowsCall = "rows-call"
        /// Methods that give all rows of what their cursor ran last.
        case rowsOfCursor = "rows-of-cursor"
        /// Methods that put one more element into a list.
        case addsElement = "adds-element"
        /// Members and calls that give one row, and those that say how many there are.
        case partOfRows = "part-of-rows"
        case countsRows = "counts-rows"
        /// Methods that cut a list off, variables that say which page of it is meant, and functions that make one of it.
        case cutsOff = "cuts-off"
        case paging
        case paginates
        /// Functions that ask a language model, and tables whose rows are added up to say how somebody does.
        case asksModel = "asks-model"
        case countedRecords = "counted-records"
        /// Rows that by their name are some of many.
        case someRows = "some-rows"
        /// Calls that add up what they are given, and methods that fold what they are called on.
        case sumCall = "sum-call"
        case foldCall = "fold-call"
        /// Variables that hold a transaction, keys of options that name one, labels of arguments that take a connection.
        case transaction
        case transactionOption = "transaction-option"
        case connectionLabel = "connection-label"
        /// Parameters that hold options of a query, among which the caller may name its transaction.
        case transactionCarrier = "transaction-carrier"
        /// Types of what takes a connection of its own for each query.
        case poolType = "pool-type"
        /// Calls that give a closure a connection, and begin no transaction.
        case lendsConnection = "lends-connection"
        /// Variables of a file that hold a connection or a pool outside any transaction.
        case plainConnection = "plain-connection"
        /// Connections, of which none is made for each query.
        case singleConnection = "single-connection"
        /// Parameters of callbacks and handlers that get an error.
        case caughtError = "caught-error"
        /// Methods of rows that give the column by the name that they are given.
        case readsColumn = "reads-column"
        /// Methods that hand their result, or the error that they met, to the closure that is their last argument.
        case handsResultOn = "hands-result-on"
        /// Types that every error has.
        case anyError = "any-error"
        /// Headers, options and helpers by which a caller proves who it is.
        case sentProof = "sent-proof"
        /// Calls that say who is signed in: `getServerSession()`.
        case tellsCaller = "tells-caller"
        /// Calls that do where they are given nobody to look up: `getUser(req)`, but not `getUser(id)`.
        case mayTellCaller = "may-tell-caller"
        /// Arguments that name nobody: requests, contexts, options.
        case requestOrSetting = "request-or-setting"
        /// What middleware leaves on a request: a user, a session.
        case signedIn = "signed-in"
        /// What middleware leaves on the request itself of another program that proved what it is.
        case signedInProgram = "signed-in-program"
        /// The request itself, a context, and what holds things for the time of one.
        case requestRoot = "request-root"
        /// Handlers by whose names somebody without an account gets or enters one, and where accounts are kept.
        case publicHandler = "public-handler"
        case accountPath = "account-path"
        /// Paths by which people open accounts, and nothing else.
        case signUpPath = "sign-up-path"
        case namesPassword = "names-password"
        /// Fields of a request that hold a password, and those that hold a name that people sign in with.
        case passwordField = "password-field"
        case loginField = "login-field"
        /// Roles of those who run an application, and what asks for them.
        case staffRole = "staff-role"
        /// What gives the cookies of the caller, and the methods by which something is kept in them.
        case callerCookies = "caller-cookies"
        case keepsValue = "keeps-value"
        /// Packages whose middleware turns nobody away for who calls.
        case harmlessPackage = "harmless-package"
        /// Functions that hand out something of the server's, whoever calls: `get_db`, `getSettings`.
        case handsOut = "hands-out"
        /// Functions that make or send an answer which refuses: errors, redirects.
        case turnsAway = "turns-away"
        /// What a server reads where it takes such a header, and where it takes a session.
        case headerProof = "header-proof"
        /// The headers of a request, or what reads one of them.
        case requestHeaders = "request-headers"
        /// Headers of names that only the project's own servers know.
        case ownHeader = "own-header"
        /// What reads a cookie by which callers prove themselves, as it is written.
        case proofCookie = "proof-cookie"
        /// A router that is handed on under a name that says that it is guarded.
        case guardedRouter = "guarded-router"
        case sessionProof = "session-proof"
        /// Modules whose functions find callers by a cookie of theirs.
        case sessionModule = "session-module"
        /// Functions that check what is signed.
        case checksSignature = "checks-signature"
        /// Functions that check a token, which callers send in a header where nothing else is said.
        case tokenProof = "token-proof"
        /// Variables that hold where a server is reached, before any path.
        case baseURL = "base-url"
        /// Parameters that hold a path of several segments, and values that hold a query.
        case wholePath = "whole-path"
        case queryText = "query-text"
        /// Hosts of well-known services, which no project's own server has.
        case foreignHost = "foreign-host"
        /// Keys of options of HTTP clients.
        case urlOption = "url-option"
        case methodOption = "method-option"
        case headersOption = "headers-option"
        case baseOption = "base-option"
        case cookiesOption = "cookies-option"
        case timeoutOption = "timeout-option"
        /// Expressions that are what a request holds, parsed, and types of parameters that are its body.
        case requestData = "request-data"
        case bodyType = "body-type"
        case bodyName = "body-name"
        case bodyParameter = "body-parameter"
        /// Names of ids of things that belong to somebody; not the caller's own, and none of outside the project.
        case ownedIdentifier = "owned-identifier"
        /// Names and texts that may say whose something is.
        case hintsAtOwner = "hints-at-owner"
        /// Columns that say whose a row is, in lower case without `_`.
        case ownerColumn = "owner-column"
        /// Columns of what is nobody else's business, and of what people sign in with, written likewise.
        case personalColumn = "personal-column"
        case loginColumn = "login-column"
        case passwordColumn = "password-column"
        /// Paths and handlers that by their names only read or compute, and paths that by theirs change something or are for
        /// those who manage.
        case readingPath = "reading-path"
        case readingHandler = "reading-handler"
        /// Functions and methods that by their name read, or only make something of what they are given, and change nothing.
        case readingCall = "reading-call"
        case computingCall = "computing-call"
        case changingPath = "changing-path"
        /// Whatever a handler may ask to find out whose something is.
        case caller
        /// What decorators and dependencies ask for beyond that somebody is signed in.
        case permission
        /// Files whose statements make the schema, those of them that hold the whole of it, and steps of migrations that are
        /// programs.
        case schemaFile = "schema-file"
        /// Files of work that somebody starts by hand and watches.
        case maintenanceFile = "maintenance-file"
        case schemaDump = "schema-dump"
        case migrationProgram = "migration-program"
        /// Functions of migrations that take back what was done.
        case undoesMigration = "undoes-migration"
        /// Methods by which a type itself says how it is made or written.
        case representsItself = "represents-itself"
        /// Members and functions by which something is set up for every request of a client.
        case clientSetup = "client-setup"
        /// Tables of work that is done in the background, each of whose rows says how far it has come.
        case jobTable = "job-table"
        /// Columns that say how far some work has come, in lower case without `_`.
        case progressColumn = "progress-column"
        /// Methods by which a record is written, be it new or not.
        case savesRecord = "saves-record"
        /// Options by which an insertion leaves out what is there already.
        case passesOverDuplicates = "passes-over-duplicates"
        /// Functions that are given what to do where something failed.
        case handlesFailure = "handles-failure"
        /// Methods of promises, and calls that wait for what they are called on.
        case waitsForPromise = "waits-for-promise"
        /// Operators and clauses of statements that hold other statements.
        case takesSubquery = "takes-subquery"
        /// What waits for several things of which each may fail.
        case settlesAll = "settles-all"
        /// Functions that remove what nobody needs any more: what one run leaves, the next removes.
        case removesLeftovers = "removes-leftovers"
        /// What a database says of itself.
        case systemTable = "system-table"
        /// What stands for an object as its superclass has it.
        case superclassReference = "superclass-reference"
        /// Calls that write to a log, by their whole names.
        case writesLog = "writes-log"
        /// Calls by which a container of objects gives one of the class that it is asked for, by their whole names.
        case givesInstance = "gives-instance"
        /// Methods that hand what a promise gives to the closure that is their first argument.
        case continuesWith = "continues-with"
        /// Columns that are set on one of several rows and taken from all others.
        case exclusiveColumn = "exclusive-column"

        /// The place of the case; see `ModelSection.number`. More cases than a byte counts have two in memory.
        var number: Int {
            withUnsafeBytes(of: self) { $0.count == 1 ? Int($0[0]) : Int($0.loadUnaligned(as: UInt16.self)) }
        }
        public func hash(into hasher: inout Hasher) { hasher.combine(number) }
    }
}
