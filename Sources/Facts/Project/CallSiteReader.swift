import Algorithms
import Matching
import SourceText
import Syntax

/// Finds the calls of functions that other files ask about.
struct CallSiteReader {
    private let facts: FileFacts
    private var tree: SyntaxTree { facts.tree }

    init(facts: FileFacts) {
        self.facts = facts
    }

    func calls(_ searches: Set<CallSearch>) -> FileCalls {
        var calls = FileCalls()
        for search in searches {
            let sites = facts.calls(of: search.function).compactMap { site($0, search) }
            if !sites.isEmpty { calls.sites[search] = sites }
            if isHandedOn(search.function) { calls.handedOn.insert(search) }
        }
        return calls
    }

    /// What is said of one call; nil of that of a package's function, and of what the superclass has of a method, which only
    /// that method calls.
    private func site(_ call: NodeIndex, _ search: CallSearch) -> CallSite? {
        guard let callee = tree.child(call, .callee), !facts.modules.isForeign(callee, in: facts.target) else {
            return nil
        }
        var object = tree.child(callee, .object)
        if let made = object, tree.kind(made) == .call { object = tree.child(made, .callee) }
        if let object, facts.means(.superclassReference, object) { return nil }
        var site = CallSite()
        site.localName = facts.localFunction(callee).flatMap { facts.functions.name(of: $0) }
        if site.localName == nil {
            site.symbol = facts.injectedSymbol(call) ?? facts.modules.symbol(of: callee, in: facts.target)
        }
        if site.localName == nil, let object, facts.means(.selfReference, object) {
            let owner = FunctionTable.enclosingClass(call, in: tree).flatMap { tree.child($0, .name) }
            site.ownerClass = owner.map { facts.text($0) }
        }
        switch search.subject {
        case .texts:
            site.arguments = arguments(of: call, origin)
            return site
        case .inputs:
            site.arguments = arguments(of: call, SentInputReader(facts: facts, call: call).origin)
            site.place = QueryPlacement(facts: facts).runPlace(of: call)
            return site
        case .place: break
        }
        site.isInTransaction = facts.isInAmbientTransaction(call)
        if site.isInTransaction { return site }
        let caller = QueryPlacement.function(of: call, facts)
        if caller >= 0, !facts.isHandler(caller) {
            site.caller = facts.functions.name(of: caller)
        }
        return site
    }

    private func arguments(of call: NodeIndex, _ origin: (NodeIndex) -> CallSite.Origin) -> [CallSite.Argument]? {
        let list = tree.child(call, .arguments).map { Array(tree.children($0)) } ?? []
        if list.contains(where: { tree.kind($0) == .spread }) { return nil }
        return list.map { argument in
            let isNamed = tree.kind(argument) == .keywordArgument
            let label = isNamed ? tree.child(argument, .label).map { facts.text($0) } : nil
            return CallSite.Argument(label: label, origin: origin(tree.argumentValue(argument)))
        }
    }

    private func origin(of value: NodeIndex) -> CallSite.Origin {
        let reader = ProvenanceReader(facts: facts)
        switch reader.provenance(of: value, depth: 0) {
        case .unknown: return reader.parameters(behind: value).map { .given($0) } ?? .unknown
        case .constant: return .constant
        default: return .harmless
        }
    }

    /// Whether a function of that name is handed to somebody: named where it is neither called nor declared, imported or
    /// exported.
    private func isHandedOn(_ name: String) -> Bool {
        facts.target.nodes(of: .identifier).contains { node in
            guard tree.text(node).elementsEqual(name.utf8), tree.parent(node) >= 0 else { return false }
            let parent = tree.parent(node)
            switch tree.kind(parent) {
            case .member where tree.role(node) == .name:
                return tree.role(parent) != .callee && tree.role(parent) != .target
            case .function, .lambda, .parameter, .import, .importItem, .export, .class, .field, .keywordArgument:
                return tree.role(node) == .value
            case .call where tree.role(node) == .callee: return false
            case .shorthand, .pair:
                return tree.role(node) != .key && tree.role(node) != .label && !isExported(parent)
                    && facts.localFunction(node) != nil
            default:
                guard tree.role(node) != .target else { return false }
                // A variable of the same name is something else.
                return facts.localFunction(node) != nil || facts.modules.symbol(of: node, in: facts.target) != nil
            }
        }
    }

    /// `module.exports = { list }`, `export default { list }`, and `return { list }` of a function that makes what a module would be.
    private func isExported(_ part: NodeIndex) -> Bool {
        let holder = tree.parent(tree.parent(part))
        guard holder >= 0 else { return false }
        switch tree.kind(holder) {
        case .export, .return: return true
        case .assignment: return tree.child(holder, .target).map { facts.text($0).hasSuffix("exports") } ?? false
        default: return false
        }
    }
}

extension FileFacts {
    /// The calls that the file has of functions which some file asks about.
    public func calls(_ searches: Set<CallSearch>) -> FileCalls { CallSiteReader(facts: self).calls(searches) }
}
