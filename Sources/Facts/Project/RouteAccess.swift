extension ProjectFacts {
    /// Middleware that passes over some paths, with the file that it is registered in.
    struct ExceptingLink: Hashable, Sendable {
        var link: MiddlewareLink
        var file: Int
        var isShared: Bool
    }

    /// One way to reach a route: its whole path and what guards it on the way.
    public struct Access: Hashable, Sendable {
        /// nil where some part is not constant.
        public var path: String?
        /// In upper case; `*` for all.
        public var methods: [String]
        /// Whether the methods are all that the framework passes on, of which the handler may take fewer.
        public var methodsAreAssumed: Bool
        /// The file of the registration.
        var file = -1
        /// The file of the handler, and its 1-based line there.
        public var handlerFile: Int
        public var handlerLine: Int
        /// The method that handles it, with its class.
        var handlerName = ""
        public var statuses: [Int]
        public var verdict: AuthenticationVerdict
        /// What the body of the handler does, until the whole path is known. Nobody asks where what stands before it
        /// authenticates already.
        var own: Deferred<AuthenticationVerdict>?
        public var isRateLimited = false
        /// Whether something stands before the handler that nothing is known of.
        public var hasUnknownLink = false
        public var isValidated = false
        /// Whether the route is marked as meant for everybody.
        public var isOpened = false
        /// Whether the handler or the routes beside it say that accounts are opened or entered here.
        var opensAccount = false
        /// Whether something before it lets only those pass who run the application.
        public var isForStaff = false
        /// Whether something before it asks by its names what the caller may do.
        public var asksPermission = false
        /// Of its handler, which only reads or computes by its name, too.
        var traits = HandlerTraits()
        /// Whether its handler or router has a name of those that are public by convention: `sign_up`, `payment_webhook`.
        public var hasPublicName = false
        /// Whether it refuses whatever is asked of it.
        var isRefusal = false
        /// Whether its request only opens a connection.
        var isUpgrade = false
        /// Whether guards still count where it is: those given to the route itself.
        var isGuardable = true
        /// Whether nothing is seen to mount its router, so that `path` may be the end of one.
        var isUnmounted = false
        /// What stands before the paths of all routes of its framework, but for those that are excepted.
        var prefix = ""
        var prefixExceptions: [PathGuardPlace] = []
        /// How its version stands in its path, and the versions that it names, or its router.
        var versioning: PathVersioning?
        var versions: [String]?
        /// What stands before it unless its whole path is one that this passes over.
        var excepting: [ExceptingLink] = []
        let knownContent: Deferred<HandlerContent>
        var callsLimiter: Deferred<Bool>?

        /// Whether something before the handler, or what that calls, limits how often it may be called.
        public var limitsRate: Bool { isRateLimited || callsLimiter?.value ?? false }

        /// What the handler does, with the functions that it calls.
        public var content: HandlerContent { knownContent.value }
    }
}
