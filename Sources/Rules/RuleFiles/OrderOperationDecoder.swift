import Facts
import Matching
import YAML

/// Reads `order:`. An entry of `kinds:` may be written `{parses-body: WORD}`: where the word is `free`, the kind has no place.
enum OrderOperationDecoder {
    static let keys = ["kinds"]

    static func operation(_ mapping: YAMLMapping) throws(YAMLError) -> any FactOperation {
        let node = try mapping.required("kinds", of: "'order'")
        var kinds: [OrderOperation.Kind] = []
        for element in try node.list("'kinds'") {
            if element.isMapping {
                let pairs = Array(element.pairs)
                guard let pair = pairs.first, pairs.count == 1 else {
                    throw element.error("each of 'kinds' must be a kind, or one kind with 'free' or where it belongs")
                }
                if try pair.value.string("'\(pair.key.text)'") != "free" { kinds.append(try kind(pair.key)) }
            } else {
                kinds.append(try kind(element))
            }
        }
        if Set(kinds).count != kinds.count { throw node.error("'kinds' must name each kind once") }
        return OrderOperation(kinds: kinds)
    }

    private static func kind(_ node: YAMLNode) throws(YAMLError) -> OrderOperation.Kind {
        let text = try node.string("each of 'kinds'")
        if text == "routes" { return .routes }
        if let meaning = NameVocabulary.Meaning(rawValue: text) { return .middleware(meaning) }
        throw node.unknown("kind", accepting: ["routes"] + NameVocabulary.Meaning.allCases.map(\.rawValue))
    }
}
