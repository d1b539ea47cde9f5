/// A class with its superclasses, as far as the project has them, nearest first.
struct Lineage: Sendable {
    private let handlers: HandlerResolver
    private let classes: [HandlerResolver.Place]
    /// The name of a superclass that neither the project nor a model knows.
    private let missing: String?

    /// A method of one of the classes; `member` is nil where a known superclass provides it.
    struct Found: Sendable {
        var file: Int
        var line: Int
        /// What the method is called.
        var name: String
        var member: ClassMember?
    }

    init(_ start: HandlerResolver.Place, handlers: HandlerResolver) {
        self.handlers = handlers
        (classes, missing) = Self.classes(from: start, handlers: handlers) { handlers.summary(ofClass: $0).bases }
    }

    /// A class with its superclasses, and the name of one that is not known.
    static func classes(
        from start: HandlerResolver.Place, handlers: HandlerResolver, bases: (HandlerResolver.Place) -> [Symbol]
    ) -> (found: [HandlerResolver.Place], missing: String?) {
        var classes: [HandlerResolver.Place] = []
        var missing: String?
        var seen: Set<HandlerResolver.Place> = []
        var pending = [start]
        while let place = pending.popLast(), classes.count < 32 {
            guard seen.insert(place).inserted else { continue }
            classes.append(place)
            for base in bases(place).reversed() {
                if let next = handlers.class(base, in: place.file) {
                    pending.append(next)
                } else if !roots.contains(base.display) {
                    missing = missing ?? base.display
                }
            }
        }
        return (classes, missing)
    }

    /// Superclasses that say nothing about requests.
    private static let roots: Set<String> = ["object", "ABC", "Generic", "Protocol", ""]

    private func summary(_ place: HandlerResolver.Place) -> ClassSummary { handlers.summary(ofClass: place) }

    /// The HTTP methods that the nearest class permits that says so.
    var permittedMethods: Set<String>? {
        classes.lazy.compactMap { self.summary($0).methods }.first.map(Set.init)
    }

    /// What sorts of handler the class is.
    var kinds: [String] { classes.flatMap { summary($0).kinds } }

    /// The nearest definition of a method.
    func member(_ name: String) -> Found? {
        for place in classes {
            if let member = summary(place).members.first(where: { $0.name == name }) {
                return Found(file: place.file, line: member.function.line, name: name, member: member)
            }
        }
        return nil
    }

    /// A method that a known superclass provides, at the line of the class itself.
    func provided(_ name: String) -> Found? {
        guard let first = classes.first, classes.contains(where: { summary($0).provided.contains(name) }) else {
            return nil
        }
        return Found(file: first.file, line: summary(first).line, name: name, member: nil)
    }

    /// The nearest of these methods that handles requests by itself: what runs before others goes on to them through that of
    /// its superclass, unless it takes its place.
    func dispatcher(_ names: [String]) -> Found? {
        for place in classes {
            for member in summary(place).members where names.contains(member.name) && !member.goesOn {
                return Found(file: place.file, line: member.function.line, name: member.name, member: member)
            }
        }
        return nil
    }

    /// What a superclass that nobody knows may provide, at the line of the class itself; nil where all are known.
    var unseen: Found? {
        guard missing != nil, let first = classes.first else { return nil }
        return Found(file: first.file, line: summary(first).line, name: "", member: nil)
    }

    /// Methods that say themselves how they are reached.
    func actions() -> [Found] {
        classes.flatMap { place in
            summary(place).members.filter { $0.path != nil }.map {
                Found(file: place.file, line: $0.function.line, name: $0.name, member: $0)
            }
        }
    }

    /// What the body of a method does.
    func own(of found: Found) -> AuthenticationVerdict {
        guard let function = found.member?.function else { return .open }
        let own = handlers.joined(
            function.verdict, calling: function.calls, forgiving: function.forgivenCalls, in: found.file)
        guard own == .open else { return own }
        let helps = classes.contains { summary($0).members.contains(where: isKnowingHelper) }
        return function.knowsCallers || helps ? AuthenticationEvidence.knowingCallers : .open
    }

    /// What stands before a method: all that itself, its classes and the project put there.
    func verdict(
        of found: Found, methods: [String], before: [String], isWrite: Bool,
        defaults: (file: Int, links: [MiddlewareLink])?
    ) -> AuthenticationVerdict {
        var verdict = handlers.joined(.open, with: found.member?.function.links ?? [], in: found.file)
        // Each of them calls that of its superclass.
        for name in before {
            for place in classes {
                guard let member = summary(place).members.first(where: { $0.name == name }) else { continue }
                verdict = verdict.joined(
                    with: handlers.joined(member.function.verdict, with: member.function.links, in: place.file))
            }
        }
        for place in classes {
            verdict = handlers.joined(verdict, with: summary(place).links, in: place.file)
        }
        let guards = self.guards(of: found, methods: methods, defaults: defaults)
        for link in guards?.links ?? [] where isWrite || !link.guardsWritesOnly {
            let file = guards?.file ?? found.file
            var own = handlers.verdict(of: link, in: file)
            // A guard of the project's own that nothing is known of may look at anything; a function was read.
            if own == .open, let symbol = link.symbol,
                handlers.class(symbol, in: file) != nil || handlers.function(symbol, in: file) == nil
            {
                own = .unknown("'\(link.name)' decides")
            }
            verdict = verdict.joined(with: own)
        }
        if verdict == .open, let missing { return .unknown("the superclass '\(missing)' is not in the project") }
        return verdict
    }

    /// Whether a method for the use of others, by the mark before its name, has to do with who calls.
    private func isKnowingHelper(_ member: ClassMember) -> Bool {
        member.name.hasPrefix("_") && !member.name.hasPrefix("__") && member.function.knowsCallers
    }

    /// Whether the guards that hold for a method mark it as meant for everybody.
    func isOpened(_ found: Found, methods: [String]) -> Bool {
        guards(of: found, methods: methods, defaults: nil)?.links.contains(where: \.opens) ?? false
    }

    /// What stands before a method, its own decorators and those of its classes.
    func links(before found: Found) -> [MiddlewareLink] {
        (found.member?.function.links ?? []) + classes.flatMap { summary($0).links }
    }

    /// The guards that hold for a method: those that a method of the nearest class gives which has one for that, else those that
    /// the method itself names, else the nearest class that names any, else the defaults.
    func guards(
        of found: Found, methods: [String], defaults: (file: Int, links: [MiddlewareLink])?
    ) -> (file: Int, links: [MiddlewareLink])? {
        if let place = classes.first(where: { !summary($0).choices.isEmpty }) {
            switch chosen(summary(place).choices, for: found, methods) {
            case .links(let links): return (place.file, links)
            case .unknown:
                return (
                    place.file, [MiddlewareLink(name: "", verdict: .unknown("a method of its class picks its guards"))]
                )
            case .inherited: break
            }
        }
        if let own = found.member?.ownGuards { return (found.file, own) }
        return classes.lazy.compactMap { place in self.summary(place).ownGuards.map { (place.file, $0) } }.first
            ?? defaults
    }

    /// What a method that gives guards says of one that handles requests by these methods of HTTP.
    private func chosen(_ choices: [GuardChoice], for found: Found, _ methods: [String]) -> ChosenGuards {
        let action = choices.contains { $0.action == found.name } ? found.name : nil
        let own = choices.filter { $0.action == action && ($0.method.map(methods.contains) ?? true) }
        // Which of them holds for a request depends on that.
        return own.count == 1 ? own[0].guards : .unknown
    }
}
