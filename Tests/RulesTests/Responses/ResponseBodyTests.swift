import Testing

/// What `response:` knows of bodies that are not written where they are sent.
struct ResponseBodyTests {
    private let violations = "{ status: \">=400\", envelope: violates }"

    @Test func variables() throws {
        try ResponseFixture.check(
            """
            const good = { error: 'a', code: 400 }
            send(400, good)
            const bad = { error: 'a' }
            send(400, bad) // !
            const filled = { error: 'a' }
            filled.code = 400
            send(400, filled)
            const merged = { error: 'a' }
            Object.assign(merged, more)
            send(400, merged)
            let twice = { error: 'a' }
            twice = other()
            send(400, twice)
            send(400, { ...bad, code: 400 })
            send(400, { ...bad, hint: 'b' }) // !
            """, matching: violations)
    }

    @Test func helpersThatBuild() throws {
        try ResponseFixture.check(
            """
            function good(text) { return { error: text, code: 400 } }
            const bad = (text: string) => ({ text })
            function mixed(text) { if (text) { return { text } } return other }
            send(400, good('a'))
            send(400, bad('a')) // !
            send(400, mixed('a'))
            send(400, imported('a'))
            """, matching: violations)
    }

    @Test func helpersThatSend() throws {
        try ResponseFixture.check(
            """
            function reject(status, body) { return send(status, body) }
            const refuse = (text: string) => reject(403, { text })
            function busy() { send(503, { text: 'busy' }) }
            function long(x) {
                if (x) {
                    send(404, { text: 'a' }) // !
                }
            }
            function handler(x) {
                reject(400, { error: 'a', code: 400 })
                reject(200, { text: 'a' })
                reject(400, { text: 'a' }) // !
                refuse('a') // !
                busy() // !
                long(x)
            }
            export const unused = (text: string) => send(400, { text }) // !
            """, matching: violations)
    }

    @Test func conditions() throws {
        try ResponseFixture.check(
            """
            send(ok ? 200 : 400, { text: 'a' })
            send(400, ok ? { text: 'a' } : { text: 'b' }) // !
            send(400, ok ? { text: 'a' } : { error: 'b', code: 400 })
            """, matching: violations)
    }

    @Test func values() throws {
        try ResponseFixture.check(
            """
            send({ error: 'a' }) // !
            send({ error: `a ${b}` }) // !
            send({ error: { text: b } }) // !
            send({ error: null })
            send({ error: '' })
            send({ error: false })
            send({ error })
            send(404, { error: 'a' })
            """, matching: "{ status: 200..299, values: { error: present } }")
    }
}
