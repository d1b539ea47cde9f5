import Matching
import YAML

/// Reads regular expressions, with errors that point inside them.
enum RegularExpressionDecoder {
    static func expression(
        _ node: YAMLNode, options: RegularExpression.Options = []
    ) throws(YAMLError) -> RegularExpression {
        let text = Array(try node.scalarText("a regular expression").utf8)
        if node.isVerified { return RegularExpression(verified: text, options: options) }
        do throws(RegularExpression.Fail) {
            return try RegularExpression(text, options: options)
        } catch {
            throw node.error("not a regular expression: \(error.message)", inside: error.offset)
        }
    }
}
