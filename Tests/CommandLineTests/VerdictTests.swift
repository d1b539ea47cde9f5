import Testing

/// What `lintel routes` must not call authenticated, beside what it must.
@Suite struct VerdictTests {
    /// The verdicts of the routes, by method and path.
    private func verdicts(_ files: KeyValuePairs<String, String>) async throws -> [String: String] {
        let run = try await check(["routes", "--format", "markdown"], in: Workspace(files), status: 0)
        var verdicts: [String: String] = [:]
        for line in run.output.split(separator: "\n").dropFirst(2) {
            let cells = line.split(separator: "|").map { String($0.filter { $0 != " " }) }
            verdicts[cells[0] + " " + cells[1]] = cells[2]
        }
        return verdicts
    }

    /// A login that turns wrong passwords away, inside what handles its errors; and a check of what it is sent.
    @Test func logins() async throws {
        let app = """
            import express from 'express'
            import { signIn, rename } from './account'
            import { validateSignInRequest } from './checks'
            const app = express()
            app.post('/sign-in', validateSignInRequest, signIn)
            app.put('/name', rename)

            """
        let account = """
            export const signIn = asyncHandler(async (req, res) => {
              const user = req.user
              if (!user) return res.status(401).json({ error: 'Wrong password', code: 401 })
              res.json({})
            })
            export const rename = asyncHandler(async (req, res) => {
              if (!req.user) return res.status(401).json({ error: 'Who are you', code: 401 })
              res.json({})
            })

            """
        let checks = """
            export function validateSignInRequest(req, res, next) {
              if (!req.body.email) return res.status(400).json({ error: 'No address', code: 400 })
              next()
            }

            """
        let found = try await verdicts(["app.ts": app, "account.ts": account, "checks.ts": checks])
        #expect(found == ["POST /sign-in": "no", "PUT /name": "yes"])
    }

    /// Middleware of a telling name that leaves it to a package what becomes of callers.
    @Test func handedOver() async throws {
        let middleware = """
            import { middleware } from 'sessions/express'
            export class AuthMiddleware implements NestMiddleware {
              sessions: any
              constructor() { this.sessions = middleware() }
              use(req, res, next) { return this.sessions(req, res, next) }
            }

            """
        let module = """
            import { Controller, Post, Module } from '@nestjs/common'
            import { AuthMiddleware } from './auth.middleware'
            @Controller('things')
            export class Things {
              @Post()
              make() { return {} }
            }
            @Module({ controllers: [Things] })
            export class App {
              configure(consumer) { consumer.apply(AuthMiddleware).forRoutes('*') }
            }

            """
        let found = try await verdicts(["auth.middleware.ts": middleware, "app.module.ts": module])
        #expect(found == ["POST /things": "unknown"])
    }

    /// A default that lets everybody read.
    @Test func readers() async throws {
        let settings = """
            INSTALLED_APPS = ["rest_framework"]
            REST_FRAMEWORK = {
                "DEFAULT_PERMISSION_CLASSES": ["rest_framework.permissions.IsAuthenticatedOrReadOnly"],
            }

            """
        let views = """
            from rest_framework.decorators import api_view
            from rest_framework.response import Response

            @api_view(["GET"])
            def prizes(request):
                return Response([])

            @api_view(["POST"])
            def award(request):
                return Response({})

            """
        let urls = """
            from django.urls import path
            from . import views

            urlpatterns = [path("prizes", views.prizes), path("awards", views.award)]

            """
        let found = try await verdicts(["shop/settings.py": settings, "shop/views.py": views, "shop/urls.py": urls])
        #expect(found == ["GET /prizes": "no", "POST /awards": "yes"])
    }

    /// A token that a message may hold is not what callers prove themselves by on every request.
    @Test func sentTokens() async throws {
        let app = """
            from flask import Flask, request
            app = Flask(__name__)

            @app.post("/address")
            def address():
                data = request.get_json()
                token = data.get("token")
                try:
                    user_id = decode_token(token)
                except InvalidToken:
                    return {"error": "no"}, 401
                user = User.query.filter(User.id == user_id).first()
                if not user:
                    return {"error": "no"}, 401
                return {}

            @app.post("/things")
            def things():
                token = request.headers.get("Authorization") or request.args.get("token")
                if not token:
                    return {"error": "no"}, 401
                return {}

            """
        #expect(try await verdicts(["app.py": app]) == ["POST /address": "unknown", "POST /things": "yes"])
        let shared = """
            from fastapi import FastAPI, HTTPException
            app = FastAPI()

            def drop(token: str, auth: str):
                found = find(token)
                if not found or found.auth != auth:
                    raise HTTPException(status_code=403)
                return found

            @app.post("/settings")
            async def settings(asked: SettingsRequest):
                return drop(asked.token, asked.auth)

            """
        #expect(try await verdicts(["app.py": shared]) == ["POST /settings": "unknown"])
    }

    /// Strangers pass where only those who say who they are have to prove it.
    @Test func claims() async throws {
        let app = """
            import express from 'express'
            const app = express()
            app.use((req, res, next) => {
              const token = req.headers.authorization
              if (token) {
                const user = verify(token)
                if (!user) return res.status(401).json({ error: 'Bad token', code: 401 })
              }
              next()
            })
            app.post('/things', (req, res) => res.json({}))

            """
        let settings = """
            from fastapi import FastAPI, Depends, HTTPException
            app = FastAPI()

            async def enabled(role: str | None = None):
                if not await setting("open", role=role):
                    raise HTTPException(status_code=403)

            @app.post("/entries")
            async def entries(data: dict, on=Depends(enabled)):
                return {}

            """
        let found = try await verdicts(["app.ts": app, "main.py": settings])
        #expect(found["POST /things"] == "unknown")
        #expect(found["POST /entries"] != "yes")
    }
}
