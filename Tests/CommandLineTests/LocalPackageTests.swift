import Testing

/// What the packages of one repository have from each other.
@Suite struct LocalPackageTests {
    private static let service = """
        import { db } from '@acme/store'
        export async function forget() {
          await db.visit.deleteMany()
        }
        """

    private func report(version: String, name: String = "@acme/store") async throws -> String {
        let workspace = try Workspace([
            ".lintrc.yaml": "root: true\n", "package.json": #"{"workspaces": ["apps/*", "packages/*"]}"#,
            "apps/api/package.json": #"{"dependencies": {"left-pad": "1", "@acme/core": "\#(version)"}}"#,
            "apps/api/src/service.ts": Self.service,
            "packages/core/package.json": #"{"name": "@acme/core", "dependencies": {"@acme/store": "workspace:*"}}"#,
            "packages/store/package.json": #"{"name": "\#(name)", "dependencies": {"@prisma/client": "5"}}"#,
        ])
        return try await workspace.lintel(["check", "--select", "sql/*", "--format", "checkstyle"]).output
    }

    /// A package that depends on another of the repository uses what that one brings.
    @Test func localDependencies() async throws {
        #expect(try await report(version: "workspace:^").contains("service.ts"))
        #expect(try await report(version: "*").contains("sql/update-without-where"))
        #expect(try await !report(version: "^1.0.0").contains("sql/update-without-where"))
        #expect(try await !report(version: "workspace:*", name: "@other/store").contains("sql/update-without-where"))
    }
}
