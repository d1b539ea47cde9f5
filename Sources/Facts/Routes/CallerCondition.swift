import Matching
import SourceText
import Syntax

/// Judges whether a condition under which callers are turned away asks who they are: `not user` does, `user.banned` says
/// something of callers that are known and lets strangers pass.
struct CallerCondition<Identity: CallerProof> {
    let evidence: AuthenticationEvidence
    let identity: Identity

    private var tree: SyntaxTree { evidence.tree }

    /// Judges conditions that all have to hold, by whether callers are turned away when they do.
    func judge(all conditions: [NodeIndex], rejectsWhen truth: Bool) -> CallerJudgement {
        guard let first = conditions.first else { return .none }
        return conditions.dropFirst().reduce(judge(first, rejectsWhen: truth, depth: 0)) { known, next in
            let other = judge(next, rejectsWhen: truth, depth: 0)
            return truth ? together(known, other, first, next) : either(known, other)
        }
    }

    /// Whether a condition around a node lets only those callers come to it who are known.
    func hold(at node: NodeIndex, within function: NodeIndex) -> Bool {
        var child = node
        while tree.parent(child) > function {
            let parent = tree.parent(child)
            if [.if, .guard].contains(tree.kind(parent)), tree.role(child) != .condition {
                let tested = tree.children(parent).filter { tree.role($0) == .condition }
                let holds = tree.kind(parent) == .if && tree.role(child) != .alternate
                if judge(all: tested, rejectsWhen: !holds).isShown { return true }
            }
            child = parent
        }
        return false
    }

    private static var deepestCondition: Int { 24 }

    private func judge(_ node: NodeIndex, rejectsWhen truth: Bool, depth: Int) -> CallerJudgement {
        guard depth < Self.deepestCondition else { return .possible }
        switch tree.kind(node) {
        case .parenthesized, .await, .tryExpression:
            guard let value = tree.child(node, .value) else { return .none }
            return judge(value, rejectsWhen: truth, depth: depth + 1)
        case .unary:
            guard let value = tree.child(node, .value) else { return .none }
            let isNegation = ["!", "not"].contains { tree.mainText(node).elementsEqual($0.utf8) }
            return judge(value, rejectsWhen: isNegation ? !truth : truth, depth: depth + 1)
        case .optionalBinding:
            // The name stands for what it is bound to where nothing else is written.
            let value = tree.child(node, .value) ?? tree.child(node, .target) ?? node
            return truth ? .none : presence(of: value)
        case .binary: return binary(node, rejectsWhen: truth, depth: depth)
        default: return truth ? denial(node) : presence(of: node)
        }
    }

    private func binary(_ node: NodeIndex, rejectsWhen truth: Bool, depth: Int) -> CallerJudgement {
        guard let left = tree.child(node, .left), let right = tree.child(node, .right) else { return .none }
        let mark = String(decoding: tree.mainText(node), as: UTF8.self)
        let between = tree.bytes[tree.range(left).end..<tree.range(right).start].filter { $0 > 0x20 }
        switch mark {
        case "and", "&&", "or", "||":
            let one = judge(left, rejectsWhen: truth, depth: depth + 1)
            let other = judge(right, rejectsWhen: truth, depth: depth + 1)
            let needsBoth = (mark == "and" || mark == "&&") == truth
            return needsBoth ? together(one, other, left, right) : either(one, other)
        case "==", "===", "is", "!=", "!==", "in", "not":
            let isNegative = mark.hasPrefix("!") || mark == "not" || between.elementsEqual("isnot".utf8)
            let rejectsEqual = truth != isNegative
            if mark != "in", mark != "not", isNothing(left) || isNothing(right) {
                return rejectsEqual ? presence(of: isNothing(left) ? right : left) : .none
            }
            // Whether there is such a cookie is no question about its text: `"session" in request.cookies`.
            let asksWhether = mark == "in" || mark == "not"
            if !asksWhether, isSetByClient(left, comparedWith: right) || isSetByClient(right, comparedWith: left) {
                return .none
            }
            if !rejectsEqual { return presence(of: node) }
            return identity.proof(in: [node]) == nil ? .none : .possible
        default:
            return identity.proof(in: [node]) != nil || identity.isPossible(in: [node]) ? .possible : .none
        }
    }

    /// Whether a cookie is compared with a text that stands in the code, which whoever wants to may send: `cookies.role == "admin"`.
    private func isSetByClient(_ node: NodeIndex, comparedWith other: NodeIndex) -> Bool {
        guard tree.kind(other) == .string else { return false }
        let value = tree.kind(node) == .identifier ? evidence.facts.onlyValue(of: node) ?? node : node
        return tree.range(value).count <= 96 && evidence.facts.mentions(.callerCookies, in: value)
            && !(value..<tree.subtreeEnd(value)).contains { part in
                tree.kind(part) == .call
                    && tree.child(part, .callee).map { !evidence.facts.isNamed(.cannotReject, $0) && !isCookies($0) }
                        ?? true
            }
    }

    private func isCookies(_ callee: NodeIndex) -> Bool { evidence.facts.isNamed(.callerCookies, callee) }

    /// Callers are turned away where the expression is nothing, or not what it is compared with.
    private func presence(of node: NodeIndex) -> CallerJudgement {
        if let proof = identity.proof(in: [node]) { return .shown(proof) }
        return identity.isPossible(in: [node]) ? .possible : .none
    }

    /// Callers are turned away where the expression holds, which says something by its name only.
    private func denial(_ node: NodeIndex) -> CallerJudgement {
        evidence.facts.isNamed(.denies, node) ? presence(of: node) : .none
    }

    private func isNothing(_ node: NodeIndex) -> Bool {
        switch tree.kind(node) {
        case .null: return true
        case .boolean: return evidence.facts.target.constant(node) == .boolean(false)
        case .string: return tree.range(node).count == 2
        case .number: return tree.text(node).elementsEqual("0".utf8)
        case .identifier: return tree.isUndefined(node)
        default: return false
        }
    }

    /// Both have to hold: one that is fulfilled by callers who are known lets strangers pass, and of one that has nothing to
    /// do with the caller nobody knows when it holds.
    private func together(
        _ one: CallerJudgement, _ other: CallerJudgement, _ left: NodeIndex, _ right: NodeIndex
    ) -> CallerJudgement {
        if one.isShown, other.isShown { return one }
        guard one.isShown || other.isShown else { return one.isNone ? other : one }
        let rest = one.isShown ? right : left
        return identity.proof(in: [rest]) == nil ? .possible : .none
    }

    private func either(_ one: CallerJudgement, _ other: CallerJudgement) -> CallerJudgement {
        if one.isShown { return one }
        if other.isShown { return other }
        return one.isNone ? other : one
    }
}

/// What a condition shows.
enum CallerJudgement {
    /// Strangers are turned away, with what says who calls.
    case shown(NodeIndex)
    /// Something of it may have to do with the caller.
    case possible
    case none

    var isShown: Bool { if case .shown = self { true } else { false } }
    var isNone: Bool { if case .none = self { true } else { false } }
}
