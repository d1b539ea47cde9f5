import Matching
import SourceText
import Syntax

/// `order:` matches what is registered on a router behind something that it belongs before.
///
/// Order is the order in which a request passes, which is not that of the text everywhere. Only middleware for all of a
/// router counts, and of it only what a name says the purpose of.
public struct OrderOperation: FactOperation {
    /// A kind of thing that is registered on a router.
    public enum Kind: Hashable, Sendable {
        case middleware(NameVocabulary.Meaning)
        /// Routes, and routers that are mounted.
        case routes
    }

    /// In the order in which they belong.
    public var kinds: [Kind]

    public init(kinds: [Kind]) {
        self.kinds = kinds
    }

    public var requiredWords: [[UInt8]] { [] }
    public var boundSlots: [Int] { [] }

    /// Something registered, with its place among the kinds.
    private struct Step {
        var rank: Int
        var anchor: ByteRange
        /// Where it is a mount that only the project can tell from middleware: its index.
        var mount: Int?
        /// Whether everybody may call it, so that it may stand before what asks who calls.
        var isPublic = false
        /// What routes do, where their methods say it.
        var access: Access?

        enum Access { case reads, writes }
    }

    public func matches(in target: MatchTarget, bindings: Bindings) -> [Match] {
        guard let facts = target.facts as? FileFacts else { return [] }
        let routers = Set(facts.routing.middleware.map(\.router)).sorted()
        return routers.flatMap { misplaced(steps(on: $0, facts), facts, bindings) }
            + misplaced(stepsEverywhere(facts), facts, bindings)
    }

    /// What stands behind something that it belongs before, once each.
    private func misplaced(_ steps: [Step], _ facts: FileFacts, _ bindings: Bindings) -> [Match] {
        var found: [Match] = []
        for (index, step) in steps.enumerated() {
            let later = steps[(index + 1)...].filter { kinds[$0.rank] == .routes }
            let earlier = steps[..<index].filter {
                $0.rank > step.rank && $0.anchor != step.anchor && counts($0, against: step, before: later)
                    && isComparable($0, with: step, facts)
            }
            if earlier.isEmpty { continue }
            let place = place(of: step, facts)
            guard found.last?.range != place else { continue }
            var match = Match(range: place, bindings: bindings, node: -1)
            // Of several mounts, nobody can say here which are of routers.
            let certain = earlier.last { $0.mount == nil } ?? (earlier.count == 1 ? earlier[0] : nil)
            match.remark = certain.map { remark(on: step, behind: $0, facts) }
            if earlier.allSatisfy({ $0.mount != nil }) {
                match.conditions = [facts.ask(.mountsRouter(earlier.compactMap(\.mount)))]
            }
            if let mount = step.mount { match.conditions.append(facts.ask(.mountsRouter([mount]))) }
            if let mount = self.mount(at: step, facts) { match.conditions.append(facts.ask(.mountsNoRouter(mount))) }
            found.append(match)
        }
        return found
    }

    /// Where a step is reported: in a chain, from the method's name on.
    private func place(of step: Step, _ facts: FileFacts) -> ByteRange {
        let call = facts.target.nodes(of: .call).first { facts.tree.range($0) == step.anchor }
        return call.map(facts.placeInChain) ?? step.anchor
    }

    /// The mount that the same words may be as well as middleware: `router.use(auth)`.
    private func mount(at step: Step, _ facts: FileFacts) -> Int? {
        guard case .middleware = kinds[step.rank] else { return nil }
        return facts.routing.mounts.firstIndex { (step.anchor.start..<step.anchor.end).contains($0.position) }
    }

    /// What a registration is, and what it stands behind.
    private func remark(on step: Step, behind earlier: Step, _ facts: FileFacts) -> String {
        let line = facts.lines.line(at: place(of: earlier, facts).start)
        return "This is \(words(for: kinds[step.rank])), behind \(words(for: kinds[earlier.rank])) of line \(line)."
    }

    private func words(for kind: Kind) -> String {
        switch kind {
        case .routes: "routes"
        case .middleware(let meaning): Self.words[meaning] ?? meaning.rawValue
        }
    }

    private static let words: [NameVocabulary.Meaning: String] = [
        .requestIdentifier: "the request id", .logsRequests: "request logging", .securityHeaders: "security headers",
        .limitsRate: "the rate limit", .authenticates: "authentication", .authorizes: "authorization",
        .parsesBody: "body parsing", .validates: "validation", .handlesErrors: "an error handler",
    ]

    /// Functions that each make a router by the same helper have routers of their own.
    private func isComparable(_ earlier: Step, with step: Step, _ facts: FileFacts) -> Bool {
        guard let first = variable(at: earlier.anchor, facts), let second = variable(at: step.anchor, facts) else {
            return true
        }
        // Parameters of two functions may be two routers, and which of them is called first nobody sees here.
        if first != second, facts.isParameter(first), facts.isParameter(second) { return false }
        return first == second || facts.onlyValue(ofVariable: first) == nil
            || facts.onlyValue(ofVariable: second) == nil
    }

    /// The variable that a registration starts with.
    private func variable(at anchor: ByteRange, _ facts: FileFacts) -> Int32? {
        let identifiers = facts.target.nodes(of: .identifier)
        let index = identifiers.partitioningIndex { facts.tree.range($0).start >= anchor.start }
        guard index < identifiers.endIndex, facts.tree.range(identifiers[index]).start == anchor.start else {
            return nil
        }
        return facts.variable(of: identifiers[index])
    }

    /// Routes for everybody stand before authentication on purpose; so do those that only read where others follow that
    /// write; and a role may be asked for from some route on.
    private func counts(_ earlier: Step, against step: Step, before later: [Step]) -> Bool {
        guard kinds[earlier.rank] == .routes else { return true }
        switch kinds[step.rank] {
        case .middleware(.authorizes): return !earlier.isPublic && later.isEmpty
        case .middleware(.authenticates):
            let followsReading = earlier.access == .reads && later.contains { $0.access == .writes }
            return !earlier.isPublic && !followsReading
        case .middleware(.validates): return !earlier.isPublic
        default: return true
        }
    }

    // MARK: What is registered

    /// All that is registered on a router, in the order in which requests pass it.
    private func steps(on router: String, _ facts: FileFacts) -> [Step] {
        var registrations = facts.routing.middleware.filter {
            $0.router == router && ["", "*", "/*"].contains($0.path)
        }
        // A chain that starts from something of another file makes a thing of its own: a procedure, a builder.
        if facts.routing.routers.contains(where: { $0.key == router && $0.symbol != nil && $0.position == nil }) {
            let chains = Dictionary(grouping: registrations, by: \.anchor.start)
            registrations.removeAll { chains[$0.anchor.start].map { $0.count > 1 } ?? false }
        }
        let errorsComeLast = registrations.contains(where: \.errorsComeLast)
        var ordered: [(position: Int, steps: [Step])] = registrations.map { registration in
            let position = registration.passesLastFirst ? -registration.position : registration.position
            return (position, steps(of: registration, errorsComeLast, facts))
        }
        // Where middleware also holds for the routes before it, where they stand says nothing.
        if let rank = kinds.firstIndex(of: .routes),
            !registrations.contains(where: { $0.isUnordered || $0.passesLastFirst })
        {
            ordered += routeSteps(on: router, rank, facts)
        }
        return ordered.sorted { $0.position < $1.position }.flatMap(\.steps)
    }

    /// Middleware for all that a framework serves, where it is passed in the order of the text.
    private func stepsEverywhere(_ facts: FileFacts) -> [Step] {
        let matches = facts.matches.of(.everywhere).filter { $0.value("passing")?.text == "in-order" }
        return matches.flatMap { match in
            match.nodes("middleware", in: facts.tree).compactMap { node in
                guard let rank = rank(of: facts.authentication.link(node), facts),
                    kinds[rank] != .middleware(.handlesErrors)
                else { return nil }
                return Step(rank: rank, anchor: match.match.range)
            }
        }
    }

    private func steps(
        of registration: MiddlewareRegistration, _ errorsComeLast: Bool, _ facts: FileFacts
    ) -> [Step] {
        let steps: [Step] = registration.links.enumerated().compactMap { index, link in
            guard let rank = rank(of: link, facts) else { return nil }
            if kinds[rank] == .middleware(.handlesErrors), !errorsComeLast { return nil }
            let places = registration.places
            return Step(rank: rank, anchor: places.isEmpty ? registration.anchor : places[index])
        }
        guard steps.isEmpty, errorsComeLast, let rank = kinds.firstIndex(of: .middleware(.handlesErrors)),
            let match = facts.matches.of(.errorHandlers).first(where: { $0.match.range == registration.anchor }),
            !isForBodies(match.match.node, facts)
        else { return steps }
        // One that is written out there has no name: `app.use((error, req, res, next) => ..)`.
        return [Step(rank: rank, anchor: registration.anchor)]
    }

    /// Whether a handler of errors that is written out only answers for bodies that could not be parsed, and goes on with all
    /// others: it belongs to the parser.
    private func isForBodies(_ registration: NodeIndex, _ facts: FileFacts) -> Bool {
        let tree = facts.tree
        guard registration >= 0 else { return false }
        let function = (registration..<tree.subtreeEnd(registration)).first {
            tree.kind($0) == .function || tree.kind($0) == .lambda
        }
        guard let function, let body = tree.child(function, .body), tree.kind(body) == .block else { return false }
        let last = tree.children(body).reduce(nil as NodeIndex?) { $1 }
        guard let last, let goesOn = tree.child(last, .value), tree.kind(goesOn) == .call,
            tree.child(goesOn, .callee).map({ facts.isNamed(.passesOn, $0) }) == true
        else { return false }
        return (body..<tree.subtreeEnd(body)).contains { node in
            if tree.kind(node) == .identifier { return facts.means(.bodyError, node) }
            guard tree.kind(node) == .string, let text = facts.target.stringValue(node) else { return false }
            return facts.names.holds(.bodyError, String(decoding: text, as: UTF8.self))
        }
    }

    /// The place of middleware among the kinds; nil where its name does not say what it is for, or says several things.
    private func rank(of link: MiddlewareLink, _ facts: FileFacts) -> Int? {
        let name = link.name.lastDottedPart
        var ranks = ranks(of: name, facts)
        // Who asks for a role asks for somebody who is known.
        if ranks.contains(where: { kinds[$0] == .middleware(.authorizes) }) {
            ranks.removeAll { kinds[$0] == .middleware(.authenticates) }
        }
        guard ranks.count == 1 else { return nil }
        // What a logger does with errors is to log them: `morgan.errorHandler`.
        guard kinds[ranks[0]] == .middleware(.handlesErrors), name.utf8.count < link.name.utf8.count else {
            return ranks[0]
        }
        let owner = link.name.utf8.dropLast(name.utf8.count + 1).split(separator: UInt8(ascii: ".")).last
        let others = owner.map { self.ranks(of: String(decoding: $0, as: UTF8.self), facts) } ?? []
        return others.isEmpty || others == ranks ? ranks[0] : others.count == 1 ? others[0] : nil
    }

    private func ranks(of name: String, _ facts: FileFacts) -> [Int] {
        kinds.indices.filter { index in
            guard case .middleware(let meaning) = kinds[index], facts.names.holds(meaning, name) else { return false }
            // What keeps sessions for others may have a name like what asks for one.
            return meaning != .authenticates || !facts.names.holds(.neutral, name)
        }
    }

    /// Whether it matters what a route is behind: it says more than that all is well, and is there whatever the settings say.
    private func needsMiddleware(_ route: Route, _ facts: FileFacts) -> Bool {
        guard route.handler >= 0 else { return true }
        let isReading = route.methods.allSatisfy { ["GET", "HEAD"].contains($0) }
        return !ConditionalPlace.isConditional(route.handler, in: facts.tree)
            && !(isReading && facts.saysHealthy(route.handler))
    }

    private func routeSteps(on router: String, _ rank: Int, _ facts: FileFacts) -> [(position: Int, steps: [Step])] {
        // Answers to preflight requests are part of the headers that they ask for.
        let own = facts.routing.routes.filter {
            $0.router == router && $0.methods != ["OPTIONS"] && needsMiddleware($0, facts)
        }.map { route in
            let isPublic = route.path.map { isOpen($0, facts) } ?? true
            let isReading = route.methods.allSatisfy { ["GET", "HEAD"].contains($0) }
            let access: Step.Access? = route.methods.isEmpty ? nil : isReading ? .reads : .writes
            let step = Step(rank: rank, anchor: route.anchor, isPublic: isPublic, access: access)
            return (route.position, [step])
        }
        let mounted = facts.routing.mounts.enumerated().filter { $1.parent == router }.map { index, mount in
            let anchor = ByteRange(mount.position, mount.position)
            return (
                mount.position, [Step(rank: rank, anchor: anchor, mount: index, isPublic: isOpen(mount.prefix, facts))]
            )
        }
        return own + mounted
    }

    private func isOpen(_ path: String, _ facts: FileFacts) -> Bool {
        ["", "/"].contains(path) || facts.names.holds(.publicPath, path) || facts.names.holds(.openPath, path)
    }
}
