import Matching
import Syntax

/// Finds what a file has that other files may put before routes or have handle them: its functions and classes, and what calls
/// make that names hold.
struct FunctionCollector {
    let facts: FileFacts

    private var tree: SyntaxTree { facts.tree }

    /// What they all do.
    func collect() -> [FunctionSummary] {
        let helpers = facts.routing.helpers.filter { tree.kind($0.node) != .declarator }
        let helperLinks = Dictionary(uniqueKeysWithValues: helpers.map { ($0.node, $0.links) })
        return facts.functions.named.map { node, name in
            var summary = facts.functionSummary(node, name: name, lines: facts.lines)
            if let links = helperLinks[node], !links.isEmpty {
                // It handles no request itself: what stands before the routes that it gives out is all that counts.
                summary.verdict = .open
                summary.links += links
            }
            let wrapper = FunctionTable.outermostWrapper(of: node, in: tree)
            if wrapper != node {
                summary.links.append(facts.authentication.link(wrapper, around: node))
            }
            if let owner = FunctionTable.enclosingClass(node, in: tree) {
                for child in tree.children(owner) where tree.kind(child) == .decorator {
                    summary.links += facts.authentication.links([child])
                }
            }
            return summary
        } + classes() + classDependencies().map(\.function) + values() + choices() + properties()
    }

    /// What properties that make one router of another put before the routes of it.
    private func properties() -> [FunctionSummary] {
        facts.routing.helpers.filter { tree.kind($0.node) == .declarator }.map { helper in
            FunctionSummary(
                name: helper.name, verdict: .open, links: helper.links,
                line: facts.lines.line(at: tree.range(helper.node).start))
        }
    }

    /// The names of what `collect` gives, in its order, with what takes no look at bodies.
    func nameFunctions(in summary: inout FileSummary) {
        summary.functionNames = facts.functions.named.map(\.name) + summary.classNames
        for dependencies in classDependencies() {
            summary.classDependencies[summary.functionNames.count] = dependencies
            summary.functionNames.append(dependencies.name)
        }
        summary.functionNames += heldCalls().map(\.name) + chosenValues().map(\.name) + properties().map(\.name)
    }

    /// The names of what `ClassCollector` gives, in its order.
    func classNames() -> [String] {
        facts.target.nodes(of: .class).compactMap { tree.child($0, .name) }.map { facts.text($0) }
    }

    /// Classes that stand in others, with the names of these.
    func innerClasses() -> [String] {
        facts.target.nodes(of: .class).compactMap { node in
            guard let outer = FunctionTable.enclosingClass(node, in: tree).flatMap({ tree.child($0, .name) }),
                let name = tree.child(node, .name)
            else { return nil }
            return facts.text(outer) + "." + facts.text(name)
        }
    }

    /// The functions by whose registrations the router that they are given is meant.
    func routerSharers() -> Set<String> {
        let wrapped = facts.functions.named.lazy.filter { node, _ in
            let wrapper = FunctionTable.outermostWrapper(of: node, in: tree)
            return wrapper != node
                && facts.names.holds(.sharesRouter, facts.authentication.name(ofLink: wrapper).lastDottedPart)
        }.map(\.name)
        // `export const guard = fp(check)` shares, and `check` by itself does not.
        let held = facts.target.nodes(of: .call).lazy.filter { facts.functionSharingRouter($0) != nil }
            .compactMap(heldName)
        return Set(wrapped).union(held)
    }

    /// What classes run before their methods, under a name of its own.
    private func classDependencies() -> [ClassDependencies] {
        facts.target.nodes(of: .class).compactMap { node in
            dependencies(ofClass: node).map { name, links in
                ClassDependencies(name: name, links: links, line: facts.lines.line(at: tree.range(node).start))
            }
        }
    }

    private func dependencies(ofClass node: NodeIndex) -> (name: String, links: [MiddlewareLink])? {
        let links = facts.authentication.ownDependencies(ofClass: node)
        guard let name = tree.child(node, .name), !links.isEmpty else { return nil }
        return (facts.text(name) + "." + AuthenticationEvidence.classDependencies, links)
    }

    /// Middleware that a call makes and a name at the top of the file holds: `const auth = { required: jwt({ .. }) }`.
    private func values() -> [FunctionSummary] {
        heldCalls().map { call, name in
            let link = facts.authentication.link(call)
            var summary = FunctionSummary(
                name: name, verdict: .open, letsAllPass: facts.authentication.isOptional(call), links: [link],
                line: facts.lines.line(at: tree.range(call).start))
            summary.limitsRate = link.limitsRate
            if case .authenticated(let evidence) = link.verdict {
                summary.proofs = ProofKind.kinds(in: evidence, facts.names)
            }
            return summary
        }
    }

    /// The calls that make middleware, by the names that hold it.
    private func heldCalls() -> [(call: NodeIndex, name: String)] {
        facts.target.nodes(of: .call).compactMap { call in
            guard tree.role(call) == .value, FunctionTable.enclosing(call, in: tree) == nil,
                let name = heldName(of: call), let callee = tree.child(call, .callee),
                facts.authentication.isKnownToModels(call)
                    || facts.authentication.verdict(ofName: facts.name(of: callee)) != nil
            else { return nil }
            return (call, name)
        }
    }

    /// Middleware that is picked by a condition for a name at the top of the file: `const guard = secured ? requireUser : pass`.
    private func choices() -> [FunctionSummary] {
        chosenValues().map { value, name in
            var summary = FunctionSummary(
                name: name, verdict: .open, links: facts.authentication.links([value]),
                line: facts.lines.line(at: tree.range(value).start))
            summary.openingSetting = facts.authentication.openingCondition(of: value)
            return summary
        }
    }

    private func chosenValues() -> [(value: NodeIndex, name: String)] {
        facts.target.nodes(of: .conditional).compactMap { value in
            guard tree.role(value) == .value, FunctionTable.enclosing(value, in: tree) == nil,
                let name = heldName(of: value)
            else { return nil }
            return (value, name)
        }
    }

    /// The name that holds what a call or choice that is a value gives, or under which it is exported.
    private func heldName(of call: NodeIndex) -> String? {
        let parent = tree.parent(call)
        guard parent >= 0 else { return nil }
        switch tree.kind(parent) {
        case .declarator, .assignment:
            guard let target = tree.child(parent, .target) else { return nil }
            let text = facts.text(target)
            return text == "module.exports" ? "default" : text.lastDottedPart
        case .pair: return tree.child(parent, .key).map { facts.text($0) }
        case .export: return "default"
        default: return nil
        }
    }

    /// Classes that are middleware themselves: guards. They do what they inherit and what any of their methods does.
    private func classes() -> [FunctionSummary] {
        facts.target.nodes(of: .class).compactMap { node in
            guard let name = tree.child(node, .name) else { return nil }
            var verdict = AuthenticationVerdict.open
            var identifies = false
            var isKnownToModels = false
            for child in tree.children(node) where tree.role(child) == .supertype {
                let link = facts.authentication.link(child)
                identifies = identifies || facts.names.holds(.identifies, link.name.lastDottedPart)
                if case .authenticated = link.verdict { verdict = link.verdict }
                // What a model says of that counts more than any name: `class LoginGuard extends AuthGuard("local")`.
                if case .unknown? = facts.authentication.modelEvidence(in: child) {
                    verdict = link.verdict
                    isKnownToModels = true
                }
            }
            verdict = verdict.joined(with: facts.authentication.verdict(ofBody: node))
            // What only finds out who calls turns nobody away, whatever it is called.
            let passes =
                verdict == .open
                && (identifies || PassingBody(facts: facts).letsAllPass(node)
                    || facts.authentication.passesStrangers(node))
            var summary = FunctionSummary(
                name: facts.text(name), verdict: verdict, letsAllPass: passes,
                links: facts.authentication.callDependencies(ofClass: node),
                calls: facts.authentication.importedCalls(in: node),
                decidesByPath: facts.authentication.decidesByPath(node),
                guardsSomePaths: facts.authentication.guardsSomePaths(node),
                line: facts.lines.line(at: tree.range(node).start))
            summary.isKnownToModels = isKnownToModels
            summary.handsOver = facts.authentication.handsOver(node)
            summary.openingSetting = facts.authentication.openingSetting(in: node)
            summary.isLenient = facts.authentication.partMatch("lenient", in: node) != nil
            if facts.authentication.passesUnasked(node) {
                summary.isLenient = true
                summary.verdict = .unknown("'\(facts.text(name))' lets pass where nothing is asked for")
            }
            return summary
        }
    }
}
