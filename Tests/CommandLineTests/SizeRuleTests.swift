import Testing

/// Rules about whole files, whose first line leaves an annotation no line to stand on, and the operators under them.
@Suite struct SizeRuleTests {
    /// A file of so many lines, the last of which closes what the first opened.
    private static func file(_ first: String, lines: Int, filler: String = "  step()") -> String {
        ([first] + Array(repeating: filler, count: lines - 2) + ["}"]).joined(separator: "\n") + "\n"
    }

    private static func route(lines: Int) -> String {
        file("export async function POST(request: Request) {", lines: lines)
    }

    @Test(arguments: [
        "app/api/orders/route.ts", "src/app/api/orders/route.ts", "app/orders/[id]/route.js", "app/feed.xml/route.tsx",
    ])
    func routeFile(_ name: String) async throws {
        try await check(
            "check", "--select", "size/route-file", files: [name: Self.route(lines: 201)], status: 1,
            output: .containing("\(name)\n  1:1 error", "more than 200 lines", "size/route-file"))
        try await check(
            "check", "--select", "size/route-file", files: [name: Self.route(lines: 200)], status: 0, output: .anything)
    }

    @Test func filesOfPagesAPI() async throws {
        let handler = Self.file("export default async function handler(req, res) {", lines: 230)
        try await check(
            "check", "--select", "size/*",
            files: ["pages/api/orders.ts": handler, "lib/orders.ts": handler, "pages/api/v1/users.js": handler],
            status: 1, output: .containing("pages/api/orders.ts\n  1:1 error", "pages/api/v1/users.js\n  1:1 error"))
    }

    @Test func routeFileCountsAsConfigured() async throws {
        let name = "app/api/orders/route.ts"
        let comments = Self.file("export async function POST(request: Request) {", lines: 300, filler: "  // why")
        let options = ".lintrc.yaml"
        try await check(
            "check", "--select", "size/route-file",
            files: [
                name: comments,
                options: "root: true\nrules: { size/route-file: { level: error, count: code } }\n",
            ], status: 0, output: .anything)
        try await check(
            "check", "--select", "size/route-file",
            files: [
                name: Self.route(lines: 31),
                options: "root: true\nrules: { size/route-file: { level: warning, max-lines: 30 } }\n",
            ], status: 0, output: .containing("1:1 warning", "more than 30 lines"))
    }

    @Test(arguments: [
        "app/orders/page.tsx", "src/app/(shop)/page.jsx", "pages/orders/index.tsx", "src/pages/about.jsx",
    ])
    func pageComponent(_ name: String) async throws {
        func page(lines: Int) -> String {
            Self.file("export default function Page() {\n  return <main>Orders</main>", lines: lines - 1)
        }
        try await check(
            "check", "--select", "size/page-component", files: [name: page(lines: 251)], status: 1,
            output: .containing("\(name)\n  1:1 error", "more than 250 lines"))
        try await check(
            "check", "--select", "size/page-component", files: [name: page(lines: 250)], status: 0, output: .anything)
    }

    @Test func whatIsNoPage() async throws {
        let page = Self.file("export default function Page() {\n  return <main>Orders</main>", lines: 400)
        try await check(
            "check", "--select", "size/page-component",
            files: [
                "app/orders/OrderTable.tsx": page, "app/orders/page.test.tsx": page, "pages/api/orders.tsx": page,
                "pages/_app.tsx": page,
            ],
            status: 0, output: .anything)
    }

    // MARK: Operators

    private static func rule(_ operation: String, language: String) -> String {
        """
        rules:
          - id: mine/rule
            languages: [\(language)]
            severity: error
            message: Found.
            \(operation)
        """
    }

    private func checkOperation(
        _ operation: String, on source: String, in file: String, language: String, lines: [Int],
        sourceLocation: SourceLocation = #_sourceLocation
    ) async throws {
        let workspace = try Workspace([file: source, "rule.yaml": Self.rule(operation, language: language)])
        let run = try await check(
            ["check", "--no-builtin", "--rules", "rule.yaml", "--format", "checkstyle", file], in: workspace,
            status: lines.isEmpty ? 0 : 1, output: .anything, sourceLocation: sourceLocation)
        let reported = run.output.split(separator: "line=\"").dropFirst().compactMap {
            Int($0.prefix { $0.isNumber })
        }
        #expect(reported == lines, sourceLocation: sourceLocation)
    }

    @Test func sizesInSwift() async throws {
        let source = """
            import Vapor
            final class Shop {
                func open() {}
                func close() {}
                @MainActor
                func sell(_ item: Item) {
                    // One line of comment.
                    let price = item.price
                    ledger.add(price)
                    print(price)
                }
            }
            struct Till { func ring() {} }
            func routes(_ app: Application) throws {
                app.get("orders") { req in
                    let orders = list()
                    return orders
                }
            }
            """
        try await checkOperation(
            "size: { of: class, methods: '>2' }", on: source, in: "a.swift", language: "swift", lines: [2])
        try await checkOperation(
            "size: { of: function, statements: '>=3' }", on: source, in: "a.swift", language: "swift", lines: [6, 14])
        try await checkOperation(
            "size: { of: function, lines: '>=6' }", on: source, in: "a.swift", language: "swift", lines: [6, 14])
        try await checkOperation(
            "size: { of: function, lines: '>=6', count: code }", on: source, in: "a.swift", language: "swift",
            lines: [14])
        try await checkOperation(
            "size: { of: handler, lines: '>3' }", on: source, in: "a.swift", language: "swift", lines: [15])
        try await checkOperation(
            "size: { of: file, lines: '>18' }", on: source, in: "a.swift", language: "swift", lines: [1])
        try await checkOperation(
            "size: { of: file, lines: '>19' }", on: source, in: "a.swift", language: "swift", lines: [])
    }

    @Test func sizesInPython() async throws {
        let source = """
            from flask import Flask
            app = Flask(__name__)

            class Shop:
                def open(self): ...
                def close(self): ...

            @app.get("/orders")
            def orders():
                '''All orders.'''
                found = load()
                return found
            """
        try await checkOperation(
            "size: { of: class, methods: '>=2' }", on: source, in: "a.py", language: "python", lines: [4])
        try await checkOperation(
            "size: { of: handler, statements: '>=2' }", on: source, in: "a.py", language: "python", lines: [9])
        try await checkOperation(
            "size: { of: handler, statements: '>=3' }", on: source, in: "a.py", language: "python", lines: [])
    }

    @Test func ordersInSwift() async throws {
        let operation = "order: { kinds: [limits-rate, authenticates, routes] }"
        try await checkOperation(
            operation,
            on: """
                import Vapor
                func configure(_ app: Application) throws {
                    app.middleware.use(AuthenticationMiddleware())
                    app.middleware.use(RateLimitMiddleware())
                    app.middleware.use(CompressionMiddleware())
                }
                """, in: "a.swift", language: "swift", lines: [4])
        try await checkOperation(
            operation,
            on: """
                import Vapor
                func configure(_ app: Application) throws {
                    app.middleware.use(RateLimitMiddleware())
                    app.middleware.use(AuthenticationMiddleware())
                }
                """, in: "a.swift", language: "swift", lines: [])
    }
}
