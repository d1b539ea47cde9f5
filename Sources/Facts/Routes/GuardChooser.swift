import Matching
import Syntax

/// Guards that a method of a class gives for some requests: those of one action, those with one method of HTTP, or all others.
public struct GuardChoice: Sendable {
    /// The name of the method that handles the request; nil for every other.
    var action: String?
    /// nil where it does not matter.
    var method: String?
    var guards: ChosenGuards
}

/// What a method that gives guards says of a request.
public enum ChosenGuards: Sendable {
    case links([MiddlewareLink])
    /// Those that hold where there is no such method.
    case inherited
    case unknown
}

/// Reads a method that gives the guards of a request, `def get_permissions(self)`, by running it for each action and method
/// of HTTP that it names. A model says what these two are called in it.
struct GuardChooser {
    private let facts: FileFacts
    private let function: NodeIndex
    private let action: String?
    private let method: String?
    /// What the list of guards that the class has is called, and that of the methods that only read.
    private let held: String?
    private let reading: String?
    private var tree: SyntaxTree { facts.tree }

    init?(facts: FileFacts, match: ModelMatch) {
        guard case .mapping(let keys)? = match.value("chooses"), match.match.node >= 0,
            facts.tree.kind(match.match.node) == .function
        else { return nil }
        self.facts = facts
        function = match.match.node
        action = keys["action"]?.text
        method = keys["method"]?.text
        held = keys["held"]?.text
        reading = keys["reading"]?.text
    }

    /// What the method gives, for each request that it tells from others.
    func choices() -> [GuardChoice] {
        guard let body = tree.child(function, .body) else { return [] }
        let texts = (body..<tree.subtreeEnd(body)).lazy.filter { self.tree.kind($0) == .string }
            .compactMap { self.facts.target.stringValue($0) }.map { String(decoding: $0, as: UTF8.self) }
        let names = Set(texts)
        let asksForMethod = (body..<tree.subtreeEnd(body)).contains { tree.kind($0) == .member && isNamed(method, $0) }
        let actions = names.subtracting(TestedMethods.verbs).sorted().prefix(Self.mostActions).map { Optional($0) }
        let methods = asksForMethod ? TestedMethods.verbs.sorted().map { Optional($0) } : [nil]
        return (actions + [nil]).flatMap { action in
            methods.map { method in
                var run = Run(chooser: self, action: action, method: method)
                return GuardChoice(action: action, method: method, guards: run.guards(of: body))
            }
        }
    }

    /// More than any class tells apart.
    private static let mostActions = 24

    private func isNamed(_ name: String?, _ node: NodeIndex) -> Bool { name != nil && facts.name(of: node) == name }

    /// The method run for one request.
    private struct Run {
        let chooser: GuardChooser
        let action: String?
        let method: String?
        /// What names have been given.
        private var values: [String: Value] = [:]
        private var facts: FileFacts { chooser.facts }
        private var tree: SyntaxTree { chooser.tree }

        init(chooser: GuardChooser, action: String?, method: String?) {
            self.chooser = chooser
            self.action = action
            self.method = method
        }

        private enum Value {
            case nodes([NodeIndex])
            case inherited
            case unknown
        }

        mutating func guards(of body: NodeIndex) -> ChosenGuards {
            switch run(body) {
            case .nodes(let nodes): .links(facts.authentication.links(nodes))
            case .inherited: .inherited
            case .unknown, nil: .unknown
            }
        }

        /// What a statement or a block returns; nil where control goes on behind it.
        private mutating func run(_ node: NodeIndex) -> Value? {
            switch tree.kind(node) {
            case .block:
                for statement in tree.children(node) {
                    if let value = run(statement) { return value }
                }
                return nil
            case .if:
                guard let condition = tree.child(node, .condition), let holds = holds(condition) else {
                    return .unknown
                }
                return tree.child(node, holds ? .body : .alternate).flatMap { run($0) }
            case .expressionStatement:
                guard let value = tree.child(node, .value) else { return nil }
                if tree.kind(value) == .call { grow(by: value) }
                return tree.kind(value) == .assignment ? run(value) : nil
            case .assignment:
                guard let target = tree.child(node, .target), let given = tree.child(node, .value) else { return nil }
                values[facts.name(of: target)] = value(given)
                return nil
            case .return: return tree.child(node, .value).map { value($0) } ?? .unknown
            case .throw: return .nodes([])
            case .augmentedAssignment, .try, .for, .forEach, .while, .with, .switch: return .unknown
            default: return nil
            }
        }

        /// `self.permission_classes.append(IsAdmin)`: all have to let a request pass, whatever the class has besides.
        private mutating func grow(by call: NodeIndex) {
            guard let callee = tree.child(call, .callee), let name = tree.child(callee, .name),
                let object = tree.child(callee, .object), chooser.isNamed(chooser.held, object),
                facts.means(.addsElement, name), let held = chooser.held,
                let added = tree.child(call, .arguments).flatMap({ tree.firstChild($0) })
            else { return }
            var known: [NodeIndex] = []
            if case .nodes(let nodes)? = values[held] { known = nodes }
            values[held] = .nodes(known + [made(added)])
        }

        private func value(_ node: NodeIndex) -> Value {
            switch tree.kind(node) {
            case .array, .tuple, .set: return .nodes(tree.children(node).map(made))
            case .parenthesized: return tree.child(node, .value).map { value($0) } ?? .unknown
            case .comprehension:
                // `[permission() for permission in permission_classes]`
                guard let clause = tree.children(node).first(where: { tree.kind($0) == .comprehensionClause }),
                    let list = tree.child(clause, .iterable), tree.child(clause, .condition) == nil
                else { return .unknown }
                return value(list)
            case .conditional:
                guard let condition = tree.child(node, .condition), let holds = holds(condition) else {
                    return .unknown
                }
                return tree.child(node, holds ? .body : .alternate).map { value($0) } ?? .unknown
            case .identifier, .member:
                let name = facts.name(of: node)
                if let value = values[name] { return value }
                if name == chooser.held { return .inherited }
                guard let held = facts.onlyValue(of: node), [.array, .tuple].contains(tree.kind(held)) else {
                    return .unknown
                }
                return value(held)
            case .call:
                // What the superclass gives is what the class names, which may just have been changed.
                guard let callee = tree.child(node, .callee), let object = tree.child(callee, .object),
                    facts.text(object).hasPrefix("super")
                else { return .unknown }
                return chooser.held.flatMap { values[$0] } ?? .inherited
            default: return .unknown
            }
        }

        /// The class of which an element is an object.
        private func made(_ element: NodeIndex) -> NodeIndex {
            tree.kind(element) == .call ? tree.child(element, .callee) ?? element : element
        }

        /// Whether a condition holds for the request; nil where that depends on something else.
        private func holds(_ condition: NodeIndex) -> Bool? {
            switch tree.kind(condition) {
            case .parenthesized: return tree.child(condition, .value).flatMap(holds)
            case .unary where Operator(tree.mainText(condition)) == .not:
                return tree.child(condition, .value).flatMap(holds).map { !$0 }
            case .binary:
                guard let left = tree.child(condition, .left), let right = tree.child(condition, .right) else {
                    return nil
                }
                switch Operator(tree.mainText(condition)) {
                case .and:
                    let sides = [holds(left), holds(right)]
                    return sides.contains(false) ? false : sides.contains(nil) ? nil : true
                case .or:
                    let sides = [holds(left), holds(right)]
                    return sides.contains(true) ? true : sides.contains(nil) ? nil : false
                case .equal, .within: return isAsked(left, among: right)
                case .notEqual, .not: return isAsked(left, among: right).map { !$0 }
                default: return nil
                }
            default: return nil
            }
        }

        private func isAsked(_ subject: NodeIndex, among list: NodeIndex) -> Bool? {
            if chooser.isNamed(chooser.method, subject) {
                guard let method else { return nil }
                if facts.name(of: list).lastDottedPart == chooser.reading {
                    return RouteMembers.readingMethods.contains(method)
                }
                return texts(list).map { $0.contains(method) }
            }
            guard chooser.isNamed(chooser.action, subject) else { return nil }
            return texts(list).map { texts in action.map(texts.contains) ?? false }
        }

        /// The texts that an expression is or lists.
        private func texts(_ node: NodeIndex) -> [String]? {
            if let text = facts.target.stringValue(node) { return [String(decoding: text, as: UTF8.self)] }
            var list = node
            if tree.kind(node) == .identifier, let held = facts.onlyValue(of: node) { list = held }
            if tree.kind(list) == .parenthesized, let value = tree.child(list, .value) { return texts(value) }
            guard [.array, .tuple, .set].contains(tree.kind(list)) else { return nil }
            let texts = tree.children(list).map { facts.target.stringValue($0) }
            return texts.contains { $0 == nil }
                ? nil : texts.compactMap { $0 }.map { String(decoding: $0, as: UTF8.self) }
        }
    }
}
