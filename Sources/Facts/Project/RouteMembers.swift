/// Works out which handlers a registration gives which methods: one for a function, several for a class.
struct RouteMembers: Sendable {
    /// The methods of requests that change nothing.
    static let readingMethods: Set<String> = ["GET", "HEAD", "OPTIONS"]

    private let summaries: FileSummaries
    private let handlers: HandlerResolver

    init(_ summaries: FileSummaries, handlers: HandlerResolver) {
        self.summaries = summaries
        self.handlers = handlers
    }

    /// One handler of a registration.
    struct Member {
        var methods: [String]
        var methodsAreAssumed: Bool
        /// What the body of the handler does about callers.
        var own = Deferred(AuthenticationVerdict.open)
        /// What the handler adds to the path.
        var path: String
        /// What stands before the handler: its decorators, dependencies, the guards of its class.
        var verdict: AuthenticationVerdict
        var file: Int
        /// 1-based.
        var line: Int
        var statuses: [Int]
        /// What stands before the handler where that is another file than the registration.
        var links: [MiddlewareLink] = []
        /// Whether it is marked as meant for everybody.
        var isOpened = false
        var traits = HandlerTraits()
        /// Whether some method that it takes is none that only reads.
        var mayWrite: Bool { !RouteMembers.readingMethods.isSuperset(of: methods) }
        /// What it does, with the functions of other files that it calls.
        var content = Deferred(HandlerContent())
        /// Whether a function of another file that it calls limits how often that is done.
        var callsLimiter: Deferred<Bool>?
    }

    /// The handlers of a route: at least one, unless the route only passes on what another file may have.
    func members(of route: RouteSummary, in file: Int) -> [Member] {
        if let handler = route.classHandler { return members(of: handler, route, in: file) }
        var member = Member(
            methods: route.methods, methodsAreAssumed: route.methodsAreAssumed,
            own: Deferred(self.own(of: route, in: file)),
            path: "", verdict: .open, file: file, line: route.handlerLine, statuses: route.statuses,
            traits: route.traits,
            content: Deferred(self.handlers.content(route.content, calling: route.handlerCalls, in: file)))
        member.callsLimiter = Deferred(
            self.handlers.limitRates(route.handlerCalls + route.innerCalls + route.injectedCalls, in: file))
        if let target = route.forwardsTo, let place = handlers.function(target, in: file) {
            let traits = handlers.summary(of: place).traits
            member.traits.onlyAnswers = traits.onlyAnswers
            member.traits.onlyReads = traits.onlyReads
        }
        let symbol = route.handlerSymbol ?? (route.methodsAreAssumed ? route.handlerName.map { Symbol(name: $0) } : nil)
        guard let symbol, let place = handlers.function(symbol, in: file) else {
            return route.isReexported ? [] : Self.parts(of: member, behind: route.chain)
        }
        let function = handlers.summary(of: place)
        if route.methodsAreAssumed, !function.methods.isEmpty {
            member.methods = function.methods
            member.methodsAreAssumed = false
        }
        let isOneMethod = Self.isOneMethod(member.methods)
        member.own = Deferred(self.own(of: function, at: place, named: symbol, forOneMethod: isOneMethod, in: file))
        member.isOpened = function.links.contains(where: \.opens)
        let namesGuards = member.isOpened || function.links.contains(where: \.guardsWritesOnly)
        let defaults = namesGuards ? nil : defaults(function.kind.map { [$0] } ?? [])
        member.statuses = function.statuses
        member.content = Deferred(self.handlers.content(of: place))
        member.callsLimiter = Deferred(self.handlers.limitRates(function.calls + function.innerCalls, in: place.file))
        member.links = function.links
        member.traits = function.traits
        member.file = place.file
        member.line = function.line
        return Self.parts(of: member, behind: route.chain + function.links + (defaults?.links ?? [])).map { part in
            var part = part
            let counts = { (link: MiddlewareLink) in !link.guardsWritesOnly || part.mayWrite }
            part.verdict = handlers.joined(.open, with: function.links.filter(counts), in: place.file)
            if let defaults {
                part.verdict = handlers.joined(part.verdict, with: defaults.links.filter(counts), in: defaults.file)
            }
            return part
        }
    }

    /// A handler apart for the methods that only read, where something before it lets those pass, and for the others.
    private static func parts(of member: Member, behind links: [MiddlewareLink]) -> [Member] {
        guard links.contains(where: \.guardsWritesOnly), member.mayWrite else { return [member] }
        let parts = [true, false].map { reads in member.methods.filter { readingMethods.contains($0) == reads } }
        return parts.filter { !$0.isEmpty }.map { methods in
            var part = member
            part.methods = methods
            return part
        }
    }

    private static func isOneMethod(_ methods: [String]) -> Bool { methods.count == 1 && methods != ["*"] }

    /// What the handler of a route does, which its own file has.
    private func own(of route: RouteSummary, in file: Int) -> AuthenticationVerdict {
        var own = handlers.joined(
            route.handlerVerdict, calling: route.handlerCalls, forgiving: route.forgivenCalls,
            forMethods: Self.isOneMethod(route.methods) ? [] : route.methodCalls,
            inner: route.innerCalls, in: file)
        if own == .open { own = handlers.joined(own, calling: route.injectedCalls, in: file) }
        if let target = route.forwardsTo, own == .open, handlers.function(target, in: file) == nil {
            return .unknown("it leaves its work to '\(target.display)'")
        }
        return own
    }

    /// What a function does as a handler that a route of `file` names.
    private func own(
        of function: FunctionSummary, at place: HandlerResolver.Place, named symbol: Symbol, forOneMethod: Bool,
        in file: Int
    ) -> AuthenticationVerdict {
        var own = handlers.joined(
            function.verdict, calling: function.calls, forgiving: function.forgivenCalls,
            forMethods: forOneMethod ? [] : function.methodCalls,
            inner: function.innerCalls, in: place.file)
        if !own.isAuthenticated, let left = function.exitVerdict { own = left }
        if own == .open, function.knowsCallers { own = AuthenticationEvidence.knowingCallers }
        if own == .open, handlers.class(symbol, in: file) != nil {
            // Called for each request, which it handles by means of its own.
            own = .unknown("the class '\(symbol.display)' decides")
        }
        return own
    }

    // MARK: Classes

    private func members(of handler: ClassHandler, _ route: RouteSummary, in file: Int) -> [Member] {
        guard let start = handlers.class(handler.symbol, in: file) else {
            return [
                Member(
                    methods: route.methods.isEmpty ? ["*"] : route.methods, methodsAreAssumed: route.methods.isEmpty,
                    path: "", verdict: .unknown("the class '\(handler.symbol.display)' is not in the project"),
                    file: file,
                    line: route.line, statuses: [])
            ]
        }
        let lineage = Lineage(start, handlers: handlers)
        let permitted = lineage.permittedMethods
        var members: [Member] = []
        for (name, spelling) in handler.members.sorted(by: { $0.key < $1.key }) {
            guard let found = lineage.member(name) ?? lineage.provided(name) else { continue }
            let parts = spelling.split(separator: " ")
            add(
                Member(
                    methods: parts.first.map { [String($0)] } ?? [], methodsAreAssumed: false,
                    path: parts.count > 1 ? String(parts[1]) : "", verdict: .open, file: found.file, line: found.line,
                    statuses: found.member?.function.statuses ?? []), found, lineage, handler, to: &members)
        }
        let ending = handler.members["list"]?.hasSuffix("/") == true ? "/" : ""
        for found in lineage.actions() where handler.members["list"] != nil || handler.members.isEmpty {
            guard let path = found.member?.path else { continue }
            add(
                Member(
                    methods: found.member?.function.methods ?? [], methodsAreAssumed: false,
                    path: (found.member?.isForInstance == true ? "/{pk}/" : "/") + path + ending,
                    verdict: .open,
                    file: found.file,
                    line: found.line, statuses: found.member?.function.statuses ?? []), found, lineage, handler,
                to: &members)
        }
        if let dispatcher = lineage.dispatcher(handler.before) {
            addDispatched(by: dispatcher, route.methods, lineage, handler, to: &members)
        }
        // Some class elsewhere handles it, whatever methods that takes.
        if members.isEmpty, let found = lineage.unseen {
            add(
                Member(
                    methods: route.methods.isEmpty ? ["*"] : route.methods, methodsAreAssumed: true, path: "",
                    verdict: .open, file: found.file, line: found.line, statuses: []), found, lineage, handler,
                to: &members)
            return members
        }
        return members.filter { member in
            permitted.map { !$0.isDisjoint(with: member.methods) } ?? true
                && (route.methods.isEmpty || !Set(route.methods).isDisjoint(with: member.methods))
        }
    }

    /// What handles the methods of a registration where a method of the class decides by itself what is called for a request.
    private func addDispatched(
        by dispatcher: Lineage.Found, _ methods: [String], _ lineage: Lineage, _ handler: ClassHandler,
        to members: inout [Member]
    ) {
        for method in methods where !members.contains(where: { $0.methods.contains(method) }) {
            add(
                Member(
                    methods: [method], methodsAreAssumed: false, path: "", verdict: .open, file: dispatcher.file,
                    line: dispatcher.line, statuses: dispatcher.member?.function.statuses ?? []),
                dispatcher, lineage, handler, to: &members)
        }
        let name = dispatcher.member?.name ?? ""
        for index in members.indices {
            members[index].verdict = members[index].verdict.joined(with: .unknown("'\(name)' decides what handles it"))
        }
    }

    private func add(
        _ member: Member, _ found: Lineage.Found, _ lineage: Lineage, _ handler: ClassHandler,
        to members: inout [Member]
    ) {
        var member = member
        let defaults = defaults(lineage.kinds)
        if member.methods.isEmpty { member.methods = ["GET"] }
        if let function = found.member?.function {
            member.traits = function.traits
            member.content = Deferred(
                self.handlers.content(function.content, calling: function.calls, in: found.file))
        }
        member.links = lineage.links(before: found)
        member.isOpened = lineage.isOpened(found, methods: member.methods)
        member.own = Deferred(lineage.own(of: found))
        let guards = lineage.guards(of: found, methods: member.methods, defaults: defaults)
        for var part in Self.parts(of: member, behind: guards?.links ?? []) {
            part.verdict = lineage.verdict(
                of: found, methods: part.methods, before: handler.before, isWrite: part.mayWrite, defaults: defaults)
            members.append(part)
        }
    }

    /// What the project puts before every handler of these kinds that names no guards itself.
    private func defaults(_ kinds: [String]) -> (file: Int, links: [MiddlewareLink])? {
        for file in summaries.indices {
            for kind in kinds {
                if let links = summaries[file].defaults[kind] { return (file, links) }
            }
        }
        return nil
    }
}

extension Symbol {
    /// The name as a reader knows it.
    var display: String { (name.isEmpty ? module : name).lastDottedPart }
}
