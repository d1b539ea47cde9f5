-- Lintel in Neovim without a plugin manager: findings as diagnostics on every read and save, and :LintelFix.
-- Copy to ~/.config/nvim/plugin/lintel.lua (Neovim 0.7 or later), with `lintel` on the PATH.

local namespace = vim.api.nvim_create_namespace("lintel")
local filetypes = { typescript = true, typescriptreact = true, javascript = true, javascriptreact = true,
  python = true, swift = true }
local severities = { error = vim.diagnostic.severity.ERROR, warning = vim.diagnostic.severity.WARN,
  note = vim.diagnostic.severity.INFO }

-- Runs lintel on the text of a buffer, which need not be saved, in the folder that Neovim works in.
local function run(buffer, arguments, done)
  local command = { vim.g.lintel_command or "lintel", "check", "--stdin-filename", vim.api.nvim_buf_get_name(buffer) }
  vim.list_extend(command, arguments)
  table.insert(command, "-")
  local output, errors = {}, {}
  local job = vim.fn.jobstart(command, {
    stdout_buffered = true,
    stderr_buffered = true,
    on_stdout = function(_, lines) output = lines end,
    on_stderr = function(_, lines) errors = lines end,
    on_exit = function(_, status)
      if not vim.api.nvim_buf_is_valid(buffer) then return end
      -- 1 means findings; anything above means that there is no result.
      if status > 1 then
        vim.notify(table.concat(errors, "\n"), vim.log.levels.ERROR)
      else
        done(table.concat(output, "\n"))
      end
    end,
  })
  if job <= 0 then
    vim.notify("lintel: cannot run " .. command[1], vim.log.levels.ERROR)
    return
  end
  local text = table.concat(vim.api.nvim_buf_get_lines(buffer, 0, -1, false), "\n")
  vim.fn.chansend(job, text .. (vim.bo[buffer].endofline and "\n" or ""))
  vim.fn.chanclose(job, "stdin")
end

local function lint(buffer)
  if not filetypes[vim.bo[buffer].filetype] or vim.api.nvim_buf_get_name(buffer) == "" then return end
  run(buffer, { "--quiet", "--format", "json" }, function(output)
    local diagnostics = {}
    -- Nothing comes for a file that is excluded.
    if output ~= "" then
      for _, finding in ipairs(vim.json.decode(output).findings) do
        table.insert(diagnostics, {
          lnum = finding.start.line - 1, col = finding.start.byte_column - 1,
          end_lnum = finding["end"].line - 1, end_col = finding["end"].byte_column - 1,
          severity = severities[finding.severity], message = finding.message, code = finding.rule, source = "lintel",
        })
      end
    end
    vim.diagnostic.set(namespace, buffer, diagnostics)
  end)
end

-- Replaces the text of the buffer by what the safe fixes make of it.
local function fix(buffer)
  run(buffer, { "--quiet", "--fix" }, function(output)
    local lines = vim.split(output, "\n", { plain = true })
    if lines[#lines] == "" then table.remove(lines) end
    vim.api.nvim_buf_set_lines(buffer, 0, -1, false, lines)
    lint(buffer)
  end)
end

local group = vim.api.nvim_create_augroup("lintel", {})
vim.api.nvim_create_autocmd({ "BufReadPost", "BufWritePost" }, {
  group = group,
  callback = function(event) lint(event.buf) end,
})
vim.api.nvim_create_user_command("Lintel", function() lint(vim.api.nvim_get_current_buf()) end, {})
vim.api.nvim_create_user_command("LintelFix", function() fix(vim.api.nvim_get_current_buf()) end, {})
