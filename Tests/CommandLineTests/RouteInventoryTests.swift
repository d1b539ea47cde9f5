import Testing

/// What `lintel routes` tells of each route.
@Suite struct RouteInventoryTests {
    private static func project() throws -> Workspace {
        try Workspace([
            "server/app.ts": """
            import express from 'express'
            import rateLimit from 'express-rate-limit'
            import { requireToken } from './auth'
            import { renameTeam } from './teams'
            import { mystery } from 'somewhere'
            const app = express()
            app.get('/health', (req, res) => res.json({ ok: true }))
            app.put('/teams/:id', rateLimit({ max: 5 }), requireToken, validateBody(schema), async (req, res) => {
              if (!req.body.name) return res.status(400).json({ error: 'No name', code: 400 })
              await renameTeam(req.params.id, req.body.name)
              res.json({})
            })
            app.post('/odd', mystery(), (req, res) => res.status(418).json({ message: 'Odd' }))

            """,
            "server/auth.ts": """
            export function requireToken(req, res, next) {
              if (!req.headers.authorization) return res.status(401).end()
              next()
            }

            """,
            "server/teams.ts": """
            import { Pool } from 'pg'
            const pool = new Pool()
            export async function renameTeam(id, name) {
              const found = await pool.query('SELECT id FROM members WHERE team_id = $1', [id])
              await pool.query('UPDATE teams SET name = $1 WHERE id = $2', [name, found.rows[0].id])
            }

            """,
            "web/api.ts": """
            export const put = (path: string) => fetch(`/${path}`, { method: 'PUT', headers: authHeaders() })
            export function rename(id: string) {
              return fetch(`/teams/${id}`, { method: 'PUT', headers: authHeaders() })
            }

            """,
            "sync/sync.py": """
            import requests

            requests.put(f"https://example.com/teams/{1}", headers={"Authorization": "x"})

            """,
        ])
    }

    @Test func json() async throws {
        let run = try await check(["routes", "--format", "json"], in: Self.project(), status: 0)
        let routes = run.output.split(separator: "\n").filter { $0.contains("\"method\"") }
        #expect(routes.count == 3)
        let rename = try #require(routes.first { $0.contains("/teams/:id") })
        for part in [
            "\"method\": \"PUT\"", "\"framework\": \"express\"", "\"authenticated\": true",
            "\"evidence\": \"requireToken\"", "\"rate_limited\": true", "\"validated\": true",
            "\"statuses\": [200, 400]", "\"envelope\": \"flat\"", "\"tables_read\": [\"members\"]",
            "\"tables_written\": [\"teams\"]", "\"callers\": [\"sync/sync.py:3\", \"web/api.ts:3\"]",
        ] {
            #expect(rename.contains(part), "\(part) in \(rename)")
        }
        let odd = try #require(routes.first { $0.contains("/odd") })
        for part in [
            "\"authenticated\": null", "'mystery' is not known", "\"rate_limited\": null",
            "\"envelope\": \"{message}\"", "\"callers\": []",
        ] {
            #expect(odd.contains(part), "\(part) in \(odd)")
        }
    }

    /// Files that name others by leading dots find these wherever the run starts.
    @Test func absolutePath() async throws {
        let project = try Workspace([
            "app/__init__.py": "",
            "app/main.py": """
            from flask import Flask
            from .notes import notes

            app = Flask(__name__)
            app.register_blueprint(notes, url_prefix="/v1")

            """,
            "app/notes/__init__.py": """
            from flask import Blueprint

            notes = Blueprint("notes", __name__)

            from . import pages

            """,
            "app/notes/pages.py": """
            from flask import request

            from . import notes


            @notes.get("/notes")
            def listed():
                return {}

            """,
        ])
        let elsewhere = try Workspace([:])
        let run = try await check(["routes", "--format", "json", project.path], in: elsewhere, status: 0)
        #expect(run.output.contains("\"path\": \"/v1/notes\""))
    }

    @Test func tables() async throws {
        let table = try await check(["routes"], in: Self.project(), status: 0)
        let heading = try #require(table.output.split(separator: "\n").first)
        #expect(
            heading.split(separator: " ") == [
                "METHOD", "PATH", "AUTH", "FRAMEWORK", "HANDLER", "EVIDENCE", "LIMITED", "VALIDATED", "STATUSES",
                "ENVELOPE", "READS", "WRITES", "CALLERS",
            ])
        let markdown = try await check(["routes", "--format", "markdown"], in: Self.project(), status: 0)
        #expect(
            markdown.output.contains(
                "| PUT | /teams/:id | yes | express | server/app.ts:8 | requireToken | yes | yes | 200 400 | flat | members | teams | sync/sync.py:3 web/api.ts:3 |"
            ))
    }

    /// `from app import app` means the application in `app.py`, not a module `app` in a package `app`.
    @Test func applicationNamedLikeItsFile() async throws {
        let project = try Workspace([
            "app.py": "from flask import Flask\n\napp = Flask(__name__)\n",
            "notes.py": """
            from app import app


            @app.route("/notes", methods=["POST"])
            def add():
                return {}

            """,
        ])
        let run = try await check(["check", "--select", "auth/missing"], in: project, status: 1)
        #expect(run.output.contains("POST /notes"))
    }
}
