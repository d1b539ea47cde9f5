import Testing

/// A route file in the making: whatever line is being typed, `lintel routes` lists the routes around it.
@Suite struct HalfTypedRouteTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var fileExtension: String
        /// What stands before and after the half-typed line.
        var before: String
        var after: String
        var lines: [String]
        var testDescription: String { fileExtension }
    }

    private static let scriptLines = [
        "app.", "app.get(", "app.get(\"/x\", async (req, res", "app.get(\"/x\", (req, res) => {\n  res.json({ a:",
        "const",
        "const { a,", "const x =", "const q = `SELECT ${a", "if (a", "if (a) {", "try {", "} catch", "return", "await",
        "throw new", "function f(", "import { a", "export const", "x = <", "return <div", "return <div>{", "'abc", "[",
        ")",
        "res.status(400).json({ error: ", "const app", "const app =", "const app = expre", "const app = new Ex",
        "let app = express.", "<Row label=\"a 1\" ", "const app = require('exp", "const { app,",
    ]

    private static let script = Case(
        fileExtension: "ts",
        before: """
            import express from "express"
            const app = express()
            app.get("/first", (req, res) => {
              res.json({ a: 1 })
            })

            """,
        after: """

            app.post("/last", async (req, res) => {
              res.json({ b: 1 })
            })

            """,
        lines: scriptLines)

    private static let beforeVaporRoutes = """
        import Vapor
        func routes(_ app: Application) throws {
            app.get("first") { req in "a" }
            \u{20}
        """

    /// What stands in the class of a NestJS controller, and its end.
    private static let nestMembers = """
          @Get('first')
          first() {
            return {}
          }

          @Post('last')
          last() {
            return {}
          }
        }

        """

    private static let cases = [
        script,
        Case(fileExtension: "tsx", before: script.before, after: script.after, lines: scriptLines),
        Case(fileExtension: "js", before: script.before, after: script.after, lines: scriptLines),
        Case(
            fileExtension: "py",
            before: """
                from fastapi import FastAPI
                app = FastAPI()

                @app.get("/first")
                def first(a):
                    return a


                """,
            after: """

                @app.post("/last")
                async def last(b):
                    return {"b": b}

                """,
            lines: [
                "@app.get(", "@app.get(\"/x\"", "@app.get(\"/x\")\ndef",
                "@app.get(\"/x\")\nasync def x(a: int = Depends(",
                "@app.get(\"/x\")\ndef x(a):\n    return {", "@app.get(\"/x\")\ndef x(a):\n    try:", "x = (",
                "x = {'a':",
                "x = f\"{a", "x = \"\"\"abc", "'abc", "if", "if x ==", "for x in", "with open(", "class A(",
                "def f(a, b:",
                "from x import (", "import", "raise X(", "lambda", "else", "]", "x.",
            ]),
        Case(
            fileExtension: "py",
            before: """
                from django.urls import path
                from . import views

                urlpatterns = [
                    path("first", views.first),
                    \u{20}
                """,
            after: """

                    path(
                        "last",
                        views.last,
                    ),
                ]

                """,
            lines: [
                "path", "path(", "path(\"x", "path(\"x/<int:", "path(\"x\", views.", "path(\"x\", a.b(", "path(f\"{a",
                "[", "path(\"x\", include([",
            ]),
        Case(
            fileExtension: "py",
            before: """
                from django.urls import path
                from flask import Flask
                from . import views
                app = Flask(__name__)

                @app.get("/first")
                def first():
                    return a


                """,
            after: """

                urlpatterns = [
                    path("last", views.last),
                ]

                """,
            lines: [
                "@app.get(\"/users/<int:", "x = (", "X = [\"a.B", "def f(a: str = ", "d: dict[str", "x = {'a': [f(\"b",
                "f(f\"{",
            ]),
        Case(
            fileExtension: "swift",
            before: beforeVaporRoutes,
            after: """

                    app.post("last") { req async throws -> String in
                        try await two(req)
                    }
                }

                """,
            lines: [
                "app.", "app.get(", "app.get(\"x\") {", "app.get(\"x\") { req in", "app.group(\"x\") { g in",
                "app.grouped(", "let", "let x =", "let s = \"\"\"", "let s = \"\"\"\n      SELECT \\(x", "if x",
                "if let x =",
                "guard let", "return try await", "throw Abort(", "do {", "for x in", "switch x {", "func", "func g(",
                "var y:", "x as", "foo(a,", "foo { a in b(", "enum E { case a(", "struct S {", "\"abc", "}", ")",
                "typealias A =", "let k = \\User.", "func g() async throws {", "if a {",
            ]),
        Case(
            fileExtension: "swift",
            before: """
                import Vapor
                extension Application {
                    func routes() throws {
                        self.get("first") { req in "a" }
                        \u{20}
                """,
            after: """

                        self.post("last") { req async throws -> String in
                            try await two(req)
                        }
                    }
                }

                """,
            lines: ["var", "var users:", "let", "for", "if let"]),
        Case(
            fileExtension: "swift",
            before: beforeVaporRoutes,
            after: """

                    let group = app.grouped(Admin())
                    group
                        .post("last") { req in "b" }
                }

                """,
            lines: ["let", "var", "for", "func g() {", "guard let", "while let"]),
        Case(
            fileExtension: "swift",
            before: """
                import Hummingbird
                func routes(_ router: Router<Context>) {
                    router.get("first") { _, _ in "a" }
                    \u{20}
                """,
            after: """

                    router
                        .post("last") { _, _ in "b" }
                }

                """,
            lines: ["struct A:", "let x:", "var", "func", "class", "extension", "x as"]),
        Case(
            fileExtension: "ts",
            before: """
                import { Controller, Get, Post } from '@nestjs/common'
                @Controller()
                export class Notes {
                  @Get('first')
                  first() {
                    return {}
                  }
                  \u{20}
                """,
            after: """

                  @Post('last')
                  last() {
                    return {}
                  }
                }

                """,
            lines: [
                "seed: Date.now(", "seed = Date.now(", "private", "private a", "constructor(",
                "constructor(private a: A", "@Get(",
                "@Get('x", "@Get('x')\n  a(", "a(b: c", "async", "a = [", "a: {", "a(): Promise<",
                "@Get('x')\n  async a() {",
                "static x =", "get", "seed?: Map<", "}", "} catch (e", "} else {", "})",
            ]),
        Case(
            fileExtension: "ts",
            before: """
                import { Controller, Get, Post } from '@nestjs/common'
                @Controller()
                export class Notes {
                  \u{20}
                """,
            after: "\n" + nestMembers,
            lines: ["}", "} catch (e", "})"]),
        Case(
            fileExtension: "ts",
            before: """
                import { Controller, Get, Post } from '@nestjs/common'

                """,
            after: "\n@Controller()\nexport class Notes {\n" + nestMembers,
            lines: [
                "const a = { b:", "const a =", "f(", "return res.json({ a: b, c:", "const a = b +", "@Injectable(",
                "export", "export default",
                "a ? b :",
            ]),
    ]

    @Test(arguments: cases) func hidesNoRoute(_ example: Case) async throws {
        let workspace = try Workspace()
        for (index, line) in example.lines.enumerated() {
            try workspace.write("\(index).\(example.fileExtension)", example.before + line + example.after)
        }
        let run = try await workspace.lintel(["routes", "--no-config", "--format", "json", "."])
        let routes = run.output.split(separator: "\n")
        for (index, line) in example.lines.enumerated() {
            for path in ["/first", "/last"] {
                let isListed = routes.contains {
                    $0.contains("\"path\": \"\(path)\", \"file\": \"\(index).\(example.fileExtension)\"")
                }
                #expect(isListed, "\(line) hides \(path)")
            }
        }
    }

    /// Flow's types are no part of JavaScript: what cannot be read is an error in its place.
    @Test func flowTypes() async throws {
        let source = """
            // @flow strict
            import express, { type $Request, type $Response } from 'express';
            export type { User };
            opaque type ID = string;
            declare function foo(x: number): string;
            type Props = {| +name: string, -age?: number, ... |};
            const app: express$Application<> = express();
            app.get('/a', (req: $Request, res: $Response): void => {
              const user = ((req: any).user: User);
              const m: Map<string, ?User> = new Map<string, ?User>();
              res.json(((user: any): User));
            });
            class Page extends React.Component<Props, Array<State>> { props: Props; +x: number; m() { } }
            app.post('/b', async (req, res) => { const id = parse<number>(req.query.id, 10); res.send((id: any)); });
            const v = x ? (y: any) : (z: string);
            app.put('/c', function (req: $Request, res) { for (const x of (xs: Array<any>)) { z(x) } res.end() });

            """
        let workspace = try Workspace(["a.js": source])
        let run = try await workspace.lintel(["routes", "--no-config", "--format", "json", "a.js"])
        for (path, line) in [("/a", 8), ("/b", 14), ("/c", 16)] {
            #expect(
                run.output.contains("\"path\": \"\(path)\", \"file\": \"a.js\", \"line\": \(line),"), "\(run.output)")
        }
    }

    /// A half-typed `export default` before an import: what a handler returns is a response by the routes of the file, and those
    /// ask what the middleware before them does.
    @Test func handlersAndMiddlewareOfOneAnother() async throws {
        let source = """
            export default
            import express from 'express'
            const app = express()
            function requireToken(req, res, next) {
              if (!req.headers.authorization) return res.status(401).json({ error: 'Unauthorized', code: 401 })
              next()
            }
            app.get('/api/teams', requireToken, (req, res) => res.json([]))

            """
        let run = try await Workspace(["app.ts": source]).lintel(["routes", "app.ts"])
        #expect(run.status == 0, "\(run.error)")
        #expect(run.output.contains("/api/teams"), "\(run.output)")
    }
}
