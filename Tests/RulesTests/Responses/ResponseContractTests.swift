import Facts
import Testing

/// `response:` under each contract.
struct ResponseContractTests {
    private let violations = "{ status: \">=400\", envelope: violates }"

    private func settings(_ contract: EnvelopeContract?, success: EnvelopeContract? = nil) -> ProjectSettings {
        var settings = ProjectSettings()
        settings.errorEnvelope = contract
        settings.successEnvelope = success
        return settings
    }

    @Test func flat() throws {
        try ResponseFixture.check(
            """
            send(400, { error: 'a', code: 400 })
            send(400, { error: 'a', code: 400, details: { field: 'x' }, hint: 'b' })
            send(400, { error: 'a' }) // !
            send(400, { error: { text: 'a' }, code: 400 }) // !
            send(400, { error: text, code: status })
            send(status, { error: 'a' })
            send(200, { text: 'a' })
            say(400, 'a') // !
            fail(400, 'a') // !
            """, matching: violations)
    }

    @Test func nested() throws {
        try ResponseFixture.check(
            """
            send(400, { error: { code: 'A_B', message: 'a' } })
            send(400, { error: { code: 'aB', message: 'a' } })
            send(400, { error: { message: 'a' } }) // !
            send(400, { error: 'a', code: 400 }) // !
            send(400, { error: describe() })
            """, matching: violations, settings: settings(.nested))
    }

    @Test func success() throws {
        try ResponseFixture.check(
            """
            send(400, { success: false, error: { code: 'A', message: 'a' }, meta: { requestId: id } })
            send(400, { success: false, error: { code: 'A', message: 'a' } })
            send(400, { success: true, error: { code: 'A', message: 'a' } }) // !
            send(400, { error: { code: 'A', message: 'a' } }) // !
            """, matching: violations, settings: settings(.success))
    }

    @Test func problem() throws {
        try ResponseFixture.check(
            """
            send(404, { type: 'about:blank', title: 'Not found', status: 404 })
            send(404, { title: 'Not found', status: 404 }) // !
            send(404, { type: 'about:blank', title: 'Not found', status: 404, detail: 5 }) // !
            """, matching: violations, settings: settings(.problem))
    }

    @Test func custom() throws {
        let contract = EnvelopeContract(
            [.init("reason", .string), .init("trace", .array, isRequired: false)], allowsExtraKeys: false)
        try ResponseFixture.check(
            """
            send(404, { reason: 'a' })
            send(404, { reason: 'a', trace: [] })
            send(404, { reason: 'a', trace: 'b' }) // !
            send(404, { reason: 'a', more: 1 }) // !
            fail(404, 'a')
            """, matching: violations, settings: settings(contract))
    }

    @Test func inferred() throws {
        try ResponseFixture.check(
            """
            send(400, { message: 'a' })
            send(401, { message: 'b' })
            send(403, { message: 'c' })
            send(404, { message: 'd', field: 'e' })
            send(409, { reason: 'f' }) // !
            send(418, { [key]: 'g' })
            """, matching: violations, settings: settings(nil))
    }

    @Test func inferredFromTooFew() throws {
        try ResponseFixture.check(
            """
            send(400, { message: 'a' }) // !
            send(404, { error: 'b', code: 404 })
            """, matching: violations, settings: settings(nil))
    }

    @Test func ownErrorHandler() throws {
        try ResponseFixture.check(
            """
            onError(word)
            fail(400, 'a')
            send(400, { message: 'a' }) // !
            """, matching: violations)
    }

    @Test func errorCodeCase() throws {
        let source = """
            send(404, { error: { code: 'NOT_FOUND', message: 'a' } })
            send(404, { error: { code: 'E404', message: 'a' } })
            send(404, { error: { code: 'not_found', message: 'a' } }) // !
            send(404, { error: { code: 'NotFound' } }) // !
            send(404, { error: { code: codes.missing, message: 'a' } })
            send(200, { error: { code: 'notFound', message: 'a' } })
            """
        let operation = "{ status: \">=400\", misspells: [error.code] }"
        try ResponseFixture.check(source, matching: operation, settings: settings(.nested))
        try ResponseFixture.check(source, matching: operation, settings: settings(.success))
        try ResponseFixture.check(
            source.replacing(" // !", with: ""), matching: operation, settings: settings(.flat))
    }

    @Test func requestIdentifier() throws {
        let source = """
            send(404, { success: false, error: { code: 'A', message: 'a' }, meta: { requestId: id } })
            send(404, { success: false, error: { code: 'A', message: 'a' } }) // !
            send(404, { success: false, meta: { at: now } }) // !
            send(404, { success: false, meta })
            send(404, { success: false, ...more })
            """
        let operation = "{ status: \">=400\", lacks: [meta.requestId] }"
        try ResponseFixture.check(source, matching: operation, settings: settings(.success))
        try ResponseFixture.check(source.replacing(" // !", with: ""), matching: operation)
    }

    @Test func successFlag() throws {
        let source = """
            send({ success: true, data })
            send(201, { data }) // !
            send({ success: false }) // !
            send({ success })
            send([1]) // !
            send(404, { data })
            say(200, 'a')
            """
        let operation = "{ status: 200..299, contract: success, envelope: violates, format: json }"
        let contract = EnvelopeContract([.init("success", .literal(true))])
        try ResponseFixture.check(source, matching: operation, settings: settings(.flat, success: contract))
        try ResponseFixture.check(source.replacing(" // !", with: ""), matching: operation)
    }
}
