import Testing

@testable import Engine
@testable import Facts

/// A framework's model finds the responses that its fixture says, and no others. In a fixture a comment `response: ..` speaks of
/// the next line that is not such a comment: the status (`?` where it is not known, `default` after the framework's own), then
/// the body: its keys in braces, `array`, `string`, `text`, `empty`, `unknown`; then, where it holds, `exception`, and
/// `sets a, b` for headers.
@Test(arguments: ModelFixture.marked(with: "response"))
func modelFindsExactlyTheResponsesOfItsFixture(fixture: ModelFixture) throws {
    try fixture.check("response") { file in
        file.facts.responses.map { "\(file.lines.line(at: $0.range.start)): \(describe($0))" }
    }
}

private func describe(_ response: Response) -> String {
    var words: [String] = []
    switch response.status {
    case .known(let status): words.append("\(status)")
    case .defaulted(let status): words.append("\(status) default")
    case .unknown: words.append("?")
    }
    words.append(describe(response.body))
    if response.isException { words.append("exception") }
    if let headers = response.headers, !headers.isEmpty {
        words.append("sets " + headers.sorted().joined(separator: ", "))
    }
    return words.joined(separator: " ")
}

private func describe(_ body: BodyShape) -> String {
    guard case .object(let keys) = body else { return "\(body)" }
    let parts = keys.map { key in
        if case .object = key.value { "\(key.name) \(describe(key.value))" } else { key.name }
    }
    return "{" + parts.joined(separator: ", ") + "}"
}
