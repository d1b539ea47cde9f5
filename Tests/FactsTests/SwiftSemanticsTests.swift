import Testing

@Suite struct SwiftSemanticsTests {
    @Test func localsAreSeenFromTheirDeclarationOn() throws {
        try MarkedSource.check(
            """
            let x = "a"
            func f(_ a: Int, with b: Int) {
                use(x)                                // ~~ x @ 1
                let x = x + "b"                       // ~~ x @ 1
                use(x, a, b)                          // ~~ x @ 4; a @ 2; b @ 2
                if let a = a, a > 1 { use(a) } else { use(b) }
                guard let c = g(c) else { return }    // ~~ c @ ?
                use(c)                                // ~~ c @ 7
                for i in 0..<a where i > 1 { use(i) } // ~~ i @ 9
                use(i)                                // ~~ i @ ?
            }
            func g() { f(1, with: 2) }                // ~~ f @ 2; with @ ?
            """, as: "swift")
    }

    @Test func optionalBindingsHideWhatTheyUnwrap() throws {
        try MarkedSource.check(
            """
            func f(a: Int?) {
                if let a = a,
                    let b = a.b, b > 1 {
                    use(a, b)                         // ~~ a @ 2; b @ 3
                } else {
                    use(a, b)                         // ~~ a @ 1; b @ ?
                }
            }
            """, as: "swift")
    }

    @Test func declarationsAreSeenInAScopeThatOpensWhereTheyEnd() throws {
        try MarkedSource.check(
            """
            func f(rows: [Int]) {
                var total = 0
                for row in rows { total += row }      // ~~ total @ 2; row @ 3
                let more = rows
                for other in more {
                    use(other, more)                  // ~~ other @ 5; more @ 4
                }
                let size = 1
                if size > 0 { use(size) }             // ~~ size @ 8
            }
            """, as: "swift")
    }

    @Test func membersAreSeenInMethods() throws {
        try MarkedSource.check(
            """
            class C {
                let table = "users"
                var mode = "a"
                func run() {
                    use(table, later())               // ~~ table @ 2; later @ 5
                    mode = "b"
                }
                func later() { use(self.table) }      // ~~ later @ 5; self.table = "users"
                var size: Int { table.count }         // ~~ table @ 2
            }
            """, as: "swift")
    }

    @Test func closuresCapturesAndPatternsBind() throws {
        try MarkedSource.check(
            """
            func f(z: Int) {
                each { [weak self, q = z] a, b in
                    use(a, q, z)                      // ~~ a @ 2; q @ 2; z @ 1
                }
                switch z {
                case .one(let v): use(v)              // ~~ v @ 6
                case let .two(w, u) where w > 1: use(w, u) // ~~ w @ 7; u @ 7
                default: use(v)                       // ~~ v @ ?
                }
                do { try g() } catch let err as E { use(err) } // ~~ err @ 10
            }
            """, as: "swift")
    }

    @Test func importsTypesAndConstants() throws {
        try MarkedSource.check(
            """
            import Foundation
            import struct Crypto.SHA256
            let base = "http://", port = 80
            func f(request: Request) {
                use(Foundation.URL, SHA256)           // ~~ Foundation -> Foundation; SHA256 -> Crypto.SHA256
                let url = base + "h", client = Client(), n = load() as Count
                use("\\(url):\\(port)")                 // ~~ "\\(url):\\(port)" = "http://h:80"
                use(client, request, n)               // ~~ client : Client; request : Request; n : Count
                var s = "a"
                if n { s = "b" }
                use(s, 7 / 2)                         // ~~ s = some string; 7 / 2 = 3
                s += "c"
                change(&s)
                use(s)                                // ~~ s = ?
            }
            """, as: "swift")
    }
}
