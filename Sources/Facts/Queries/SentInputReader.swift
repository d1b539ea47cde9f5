import Matching
import Syntax

/// Reads what a call gives a function of what the client sent, as far as nothing before the call may have checked it.
struct SentInputReader {
    private let facts: FileFacts
    private let call: NodeIndex
    private let place: IdentifierTies.Place
    private let sent: SentData
    private let ties: IdentifierTies
    private var tree: SyntaxTree { facts.tree }

    init(facts: FileFacts, call: NodeIndex) {
        self.facts = facts
        self.call = call
        place = IdentifierTies.Place(function: QueryPlacement.function(of: call, facts), node: call)
        sent = SentData(facts: facts)
        ties = IdentifierTies(facts: facts, sent: sent)
    }

    func origin(of value: NodeIndex) -> CallSite.Origin {
        guard place.function >= 0, !ties.turnsAway(before: place), !ties.mayRefuse(before: place),
            !isBehindPermission
        else { return .unknown }
        if let handed = handed(value) { return handed }
        var input = SentInput()
        add(value, to: &input)
        return input.isNothing ? .unknown : .sent(input)
    }

    /// Whether decorators or dependencies of the handler ask for more than that somebody is signed in.
    private var isBehindPermission: Bool {
        tree.children(place.function).contains { part in
            (tree.kind(part) == .decorator || tree.role(part) == .parameters)
                && StaffRestriction(facts: facts).mentionsPermission(part)
        }
    }

    /// What the function around is given itself, where it is no handler, and hands on as it is.
    private func handed(_ value: NodeIndex) -> CallSite.Origin? {
        guard !facts.isHandler(place.function) else { return nil }
        let given = SentData(facts: facts, receiver: place.function)
        let node = TextReader(facts: facts).unwrapped(value)
        guard let parameter = given.wholeParameter(behind: node), let own = facts.place(ofParameter: parameter),
            !IdentifierTies(facts: facts, sent: given).mayBeTied(node, writtenIn: [call], at: place)
        else { return nil }
        return .given([own])
    }

    private func add(_ value: NodeIndex, to input: inout SentInput) {
        var node = TextReader(facts: facts).unwrapped(value)
        if tree.kind(node) == .object {
            for part in tree.children(node) { add(part: part, to: &input) }
            return
        }
        if let name = identifier(node) {
            input.name = name
            return
        }
        if let object = sent.represented(by: node) { node = object }
        guard sent.isRequestData(node), !ties.mayBeTied(node, writtenIn: [call], at: place) else { return }
        input.isWhole = true
        if let type = sent.type(ofBody: node) { input.types.append(facts.symbol(of: type)) }
    }

    /// A part of an object that is written out: `{ ...body, projectId: body.projectId }`.
    private func add(part: NodeIndex, to input: inout SentInput) {
        switch tree.kind(part) {
        case .spread:
            guard let value = tree.child(part, .value) ?? tree.firstChild(part) else { return }
            add(value, to: &input)
        case .pair, .shorthand:
            guard let key = tree.child(part, .key) ?? tree.child(part, .name) else { return }
            let name = facts.bareText(key)
            input.keys.insert(name)
            let value = tree.child(part, .value) ?? key
            if sent.isIdentifierName(name), identifier(value) != nil { input.identifiers.insert(name) }
        default: break
        }
    }

    /// The name of an identifier that the client sent, and that nothing before ties to the user.
    private func identifier(_ value: NodeIndex) -> String? {
        let node = TextReader(facts: facts).unwrapped(value)
        guard sent.identifiers(in: node).contains(node),
            !ties.isTied(Array(tree.text(node)), tree.kind(node), writtenIn: [call], at: place)
        else { return nil }
        return sent.requestKey(node) ?? sent.lastName(node)
    }
}
