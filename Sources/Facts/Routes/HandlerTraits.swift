import Matching
import Syntax

/// What the body of a function shows of it as a handler of requests.
public struct HandlerTraits: Hashable, Sendable {
    /// Whether it does nothing, whatever is asked of it: it refuses, or changes nothing but the caller's cookies.
    public var isIdle = false
    /// Whether it does nothing but answer.
    public var onlyAnswers = false
    /// Whether by all that it does it only reads, whatever its method.
    public var onlyReads = false
    /// Whether a password is named in it.
    public var namesPassword = false
    /// Whether it reads a name and a password from what clients send.
    public var takesCredentials = false
    /// Whether it asks for the session or the caller, `getServerSession()`, and names no password.
    public var asksForSession = false
}

extension FileFacts {
    func handlerTraits(of function: NodeIndex) -> HandlerTraits {
        let idle = IdleHandler(facts: self)
        let namesPassword = mentions(.namesPassword, in: function)
        return HandlerTraits(
            isIdle: idle.refuses(function) || idle.onlyKeepsCookies(function), onlyAnswers: idle.onlyAnswers(function),
            onlyReads: ReadingHandler(facts: self).onlyReads(function), namesPassword: namesPassword,
            takesCredentials: namesPassword && takesCredentials(function),
            asksForSession: !namesPassword && asksForCaller(function))
    }

    /// Whether a function calls one that by its name tells who calls, of the request or without anything: `getServerSession(options)`,
    /// `getAuth(request)`, `getSession()`. What it is given besides may be a token that was only just made.
    private func asksForCaller(_ function: NodeIndex) -> Bool {
        guard mentions(.tellsCaller, in: function) || mentions(.mayTellCaller, in: function) else { return false }
        return target.nodes(of: .call, inside: function).contains { call in
            guard let callee = target.tree.child(call, .callee) else { return false }
            let name = name(of: callee).lastDottedPart
            let arguments = authentication.arguments(of: call)
            return names.holds(.tellsCaller, name) && arguments.allSatisfy(isGiven)
                || names.holds(.mayTellCaller, name) && arguments.isEmpty
        }
    }

    /// Whether a value is what a function is given, or has from another file.
    private func isGiven(_ value: NodeIndex) -> Bool {
        guard target.tree.kind(value) == .identifier else { return false }
        return variable(of: value).flatMap(parameter(declaring:)) != nil || modules.symbol(of: value, in: target) != nil
    }
}
