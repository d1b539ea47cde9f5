import Testing

/// What a route is behind or leads to may stand in files that yield nothing themselves. In a project of many files, what their
/// functions do is found out when a route asks for it; the findings are those of a project of few.
@Suite struct ProjectSizeTests {
    private static let express: KeyValuePairs = [
        "app.ts": """
        import express from 'express'
        import { turnAway, watch } from './guards'
        import { users } from './users'
        import { remove, rename } from './handlers'
        const app = express()
        app.post('/guarded', turnAway, (req, res) => res.json({}))
        app.post('/watched', watch, (req, res) => res.json({}))
        app.use('/users', turnAway, users)
        app.post('/removed', remove)
        app.post('/renamed', rename)
        """,
        "guards.ts": """
        export function turnAway(req, res, next) {
          if (!req.user) return res.status(401).end()
          next()
        }
        export function watch(req, res, next) {
          count(req)
          next()
        }
        """,
        "users.ts": """
        import { Router } from 'express'
        export const users = Router()
        users.post('/', (req, res) => res.json({}))
        """,
        "handlers.ts": """
        import { demand } from './demands'
        export function remove(req, res) {
          demand(req)
          res.json({})
        }
        export function rename(req, res) {
          res.json({})
        }
        """,
        "demands.ts": """
        export function demand(req) {
          if (!req.session.user) throw new HttpError(401)
        }
        """,
    ]

    private static let django: KeyValuePairs = [
        "urls.py": """
        from django.urls import path
        from views import Orders, Prices
        urlpatterns = [
            path("orders/", Orders.as_view()),
            path("prices/", Prices.as_view()),
        ]
        """,
        "views.py": """
        from bases import Guarded, Plain
        class Orders(Guarded):
            def post(self, request):
                return JsonResponse({})
        class Prices(Plain):
            def post(self, request):
                return JsonResponse({})
        """,
        "bases.py": """
        from django.contrib.auth.mixins import LoginRequiredMixin
        from django.views import View
        class Guarded(LoginRequiredMixin, View):
            pass
        class Plain(View):
            pass
        """,
    ]

    /// The places that `auth/missing` reports, without and with many further files.
    private func missing(_ files: KeyValuePairs<String, String>, further: String) async throws -> [[String]] {
        var places: [[String]] = []
        for count in [0, 40] {
            let workspace = try Workspace(files)
            for number in 0..<count { try workspace.write("further/\(number).\(further)", "call(\(number))\n") }
            let run = try await workspace.lintel(["check", "--select", "auth/missing", "--format", "github"])
            places.append(
                run.output.split(separator: "\n").compactMap { line in
                    guard let start = line.firstRange(of: "file=")?.upperBound,
                        let end = line.firstRange(of: ",endLine")?.lowerBound ?? line.firstRange(of: ",col")?.lowerBound
                    else { return nil }
                    return String(line[start..<end])
                })
        }
        return places
    }

    @Test func functionsOfOtherFiles() async throws {
        let found = try await missing(Self.express, further: "ts")
        #expect(found[0] == ["app.ts,line=7", "app.ts,line=10"])
        #expect(found[1] == found[0])
    }

    @Test func superclassesOfOtherFiles() async throws {
        let found = try await missing(Self.django, further: "py")
        #expect(found[0] == ["urls.py,line=5"])
        #expect(found[1] == found[0])
    }
}
