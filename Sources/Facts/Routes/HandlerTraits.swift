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

    /// Whether a function calls one that by its name tells who calls, `getServerSession(options)`, or that does so where it is given
    /// nothing: `getSession()`.
    private func asksForCaller(_ function: NodeIndex) -> Bool {
        guard mentions(.tellsCaller, in: function) || mentions(.mayTellCaller, in: function) else { return false }
        return target.nodes(of: .call, inside: function).contains { call in
            guard let callee = target.tree.child(call, .callee) else { return false }
            let name = name(of: callee).lastDottedPart
            return names.holds(.tellsCaller, name)
                || names.holds(.mayTellCaller, name) && authentication.arguments(of: call).isEmpty
        }
    }
}
