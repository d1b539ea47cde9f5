import Matching
import Syntax

extension FileFacts {
    /// Whether a handler answers that all is well: `{ status: "ok" }`, `{ healthy: true }`, `{ message: "Healthy" }`, `"OK"`.
    func saysHealthy(_ handler: NodeIndex) -> Bool {
        responses.lying(within: tree.range(handler), by: \.range).contains { response in
            guard (response.status.value ?? 200) < 300 else { return false }
            switch response.body {
            case .object(let keys):
                return keys.contains { key in
                    if case .string(let text)? = key.constant,
                        names.holds(.healthyWord, String(decoding: text, as: UTF8.self))
                    {
                        return true
                    }
                    guard names.holds(.healthKey, key.name) else { return false }
                    switch key.constant {
                    case .string(let text)?: return names.holds(.healthyValue, String(decoding: text, as: UTF8.self))
                    case .boolean(let truth)?: return truth
                    default: return false
                    }
                }
            case .text:
                return target.nodes(of: .string).lying(within: response.range, by: { tree.range($0) }).contains {
                    node in
                    target.stringValue(node).map { names.holds(.healthyValue, String(decoding: $0, as: UTF8.self)) }
                        == true
                }
            default: return false
            }
        }
    }
}
