import Syntax

/// What a function does besides answering, as the inventory of routes tells it.
public struct HandlerContent: Hashable, Sendable {
    /// Names of tables, as queries spell them.
    public var tablesRead: Set<String> = []
    public var tablesWritten: Set<String> = []
    /// The bodies of its error responses whose keys are known.
    public var errorBodies: [BodyShape] = []

    public init() {}

    mutating func add(_ other: HandlerContent) {
        tablesRead.formUnion(other.tablesRead)
        tablesWritten.formUnion(other.tablesWritten)
        for body in other.errorBodies where !errorBodies.contains(body) { errorBodies.append(body) }
    }
}

/// Reads what the functions of a file do, with those of the same file that they call.
final class HandlerContentReader {
    private unowned let facts: FileFacts
    /// What each function does itself, and the functions of the file that it calls.
    private var own: [NodeIndex: (content: HandlerContent, calls: [NodeIndex])] = [:]
    /// Functions that call functions are followed this far.
    private static let mostFunctions = 64

    init(facts: FileFacts) {
        self.facts = facts
    }

    private var tree: SyntaxTree { facts.tree }

    func content(of function: NodeIndex) -> HandlerContent {
        var content = HandlerContent()
        var seen: Set<NodeIndex> = []
        var pending = [function]
        while let next = pending.popLast(), seen.count < Self.mostFunctions {
            guard seen.insert(next).inserted else { continue }
            let part = ownContent(of: next)
            content.add(part.content)
            pending += part.calls
        }
        return content
    }

    private func ownContent(of function: NodeIndex) -> (content: HandlerContent, calls: [NodeIndex]) {
        if let known = own[function] { return known }
        var content = HandlerContent()
        let range = tree.range(function)
        for query in facts.queries.lying(within: range, by: \.range) where query.isRun {
            let isWrite = query.statement.isWrite || query.statement == .truncate
            for (index, table) in query.tables.enumerated() {
                if isWrite, index == 0 {
                    content.tablesWritten.insert(table)
                } else {
                    content.tablesRead.insert(table)
                }
            }
        }
        for response in facts.responses.lying(within: range, by: \.range) where (response.status.value ?? 0) >= 400 {
            if case .object = response.body, !content.errorBodies.contains(response.body) {
                content.errorBodies.append(response.body)
            }
        }
        var calls: [NodeIndex] = []
        for node in function..<tree.subtreeEnd(function) where tree.kind(node) == .call {
            guard let callee = tree.child(node, .callee),
                tree.kind(callee) == .identifier || tree.kind(callee) == .member,
                let called = facts.localFunction(callee)
            else { continue }
            calls.append(called)
        }
        own[function] = (content, calls)
        return (content, calls)
    }
}

extension EnvelopeContract {
    /// What error bodies have alike: the name of an envelope that all fulfil, their keys, or `mixed`; nil where there are none.
    public static func name(of bodies: [BodyShape]) -> String? {
        guard let first = bodies.first else { return nil }
        let envelopes: [(String, EnvelopeContract)] = [
            ("success", .success), ("problem", .problem), ("nested", .nested), ("flat", .flat),
        ]
        for (name, envelope) in envelopes where bodies.allSatisfy({ envelope.isFulfilled(by: $0) != false }) {
            return name
        }
        guard let keys = keys(of: first), bodies.allSatisfy({ self.keys(of: $0) == keys }) else { return "mixed" }
        return "{" + keys.joined(separator: ", ") + "}"
    }

    private static func keys(of body: BodyShape) -> [String]? {
        guard case .object(let keys) = body else { return nil }
        return keys.map(\.name).sorted()
    }
}
