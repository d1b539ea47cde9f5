/// The pairs of one mapping, to be read key by key.
public struct YAMLMapping: Sendable {
    public let node: YAMLNode

    /// In the order of the file.
    public var pairs: YAMLPairs { node.pairs }

    /// The value of `key`, even where it is null; nil where the key is not there.
    public subscript(key: String) -> YAMLNode? { node[key] }

    /// The pair of `key`, for errors that point at the key.
    public func pair(_ key: String) -> YAMLPair? { node.pair(key) }

    /// The value of a key that must be there.
    ///
    /// - Parameter owner: what lacks it, as the message says it: `a rule`.
    public func required(_ key: String, of owner: String) throws(YAMLError) -> YAMLNode {
        guard let value = self[key] else { throw node.error("\(owner) must have the key '\(key)'") }
        return value
    }

    /// One error for each key that is none of `accepted`.
    public func unknownKeys(accepting accepted: [String]) -> [YAMLError] {
        pairs.compactMap { pair in
            pair.key.isVerified || accepted.contains { pair.key.spells($0) }
                ? nil : pair.key.unknown("key", accepting: accepted)
        }
    }
}
