import Glibc
import TestSupport
import Testing

/// The script under `editors/`, in a Neovim without a terminal.
@Suite(.enabled(if: isNeovimInstalled)) struct NeovimTests {
    /// Waits for what a job sets; a test that waits in vain fails after five seconds.
    private static let wait = "vim.wait(5000, function() return done() end, 20)"

    private func nvim(_ script: String, in workspace: Workspace) async throws -> Workspace.Run {
        try workspace.write("script.lua", script)
        return try await workspace.run(
            "nvim",
            [
                "--headless", "--clean", "--cmd", "let g:lintel_command = '\(Workspace.binary)'",
                "--cmd", "luafile \(Repository.path)/editors/neovim/lintel.lua", "teams.ts", "-c", "luafile script.lua",
                "-c", "qall!",
            ], environment: ["XDG_STATE_HOME": workspace.path, "XDG_DATA_HOME": workspace.path])
    }

    @Test func findingsOnSave() async throws {
        let workspace = try Workspace(["teams.ts": Sample.good])
        let run = try await nvim(
            """
            local function done() return #vim.diagnostic.get(0) == 1 end
            vim.api.nvim_buf_set_lines(0, 0, -1, false, { "", "res.status(400).json({ message: 'No' })" })
            vim.cmd("write")
            \(Self.wait)
            for _, found in ipairs(vim.diagnostic.get(0)) do
              io.stdout:write(found.lnum, ":", found.col, " ", found.severity, " ", found.code)
            end
            """, in: workspace)
        #expect(run.output == "1:0 1 api/error-envelope", "\(run.error)")
    }

    @Test func fix() async throws {
        let workspace = try Workspace(["teams.ts": Sample.bad])
        let run = try await nvim(
            """
            local function line() return vim.api.nvim_buf_get_lines(0, 0, -1, false)[1] end
            local function done() return line():find("code: 400", 1, true) ~= nil end
            vim.cmd("LintelFix")
            \(Self.wait)
            io.stdout:write(line())
            """, in: workspace)
        #expect(run.output + "\n" == Sample.good, "\(run.error)")
    }
}

private let isNeovimInstalled: Bool = {
    let path = getenv("PATH").map { String(cString: $0) } ?? ""
    return path.split(separator: ":").contains { access($0 + "/nvim", X_OK) == 0 }
}()
