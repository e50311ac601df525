-- A person's session in Neovim, with the set-up that the documentation gives: what fails, ends it with an error.
local function test(name, act)
  local start = vim.loop.now()
  local ok, problem = pcall(act)
  vim.loop.update_time()
  io.stdout:write(string.format('  %s neovim › %s (%d ms)\n', ok and '✓' or '✗', name, vim.loop.now() - start))
  if not ok then
    io.stdout:write('    ' .. tostring(problem) .. '\n')
    vim.cmd('cquit')
  end
end

-- Neovim hears of the server while it waits, and looks again then.
local function wait(what, is_so)
  if not vim.wait(20000, is_so, 10) then error(what .. ' did not come', 2) end
end

local function cursor_on(words)
  for number, line in ipairs(vim.api.nvim_buf_get_lines(0, 0, -1, false)) do
    local column = line:find(words, 1, true)
    if column then return vim.api.nvim_win_set_cursor(0, { number, column - 1 }) end
  end
  error('nowhere: ' .. words, 2)
end

local function line_with(words)
  cursor_on(words)
  return vim.api.nvim_get_current_line()
end

local function codes()
  return vim.tbl_map(function(found) return found.code or found.user_data.lsp.code end, vim.diagnostic.get(0))
end

test('attaches to a playbook', function()
  vim.cmd('edit late_delivery.playbook')
  wait('the server', function() return #vim.lsp.buf_get_clients(0) == 1 end)
end)

test('shows a finding, and takes it back', function()
  cursor_on('owner ')
  vim.cmd('normal cwownr')
  wait('the finding', function() return vim.tbl_contains(codes(), 'unknown-line') end)
  vim.cmd('undo')
  wait('that nothing is found', function() return #codes() == 0 end)
end)

test('completes a line', function()
  vim.fn.append(vim.fn.line('$'), { '', 'bound' })
  vim.api.nvim_win_set_cursor(0, { vim.fn.line('$'), 5 })
  local answers = vim.lsp.buf_request_sync(0, 'textDocument/completion', vim.lsp.util.make_position_params(), 20000)
  local _, answer = next(answers)
  local labels = vim.tbl_map(function(item) return item.label end, answer.result.items or answer.result)
  if not vim.tbl_contains(labels, 'boundary') then error(vim.inspect(labels)) end
  vim.cmd('edit!')
end)

test('renames wherever a name is used, in other files, too', function()
  cursor_on('six_steps')
  vim.lsp.buf.rename('seven_steps')
  wait('the new name', function() return vim.fn.search('\\<seven_steps\\>', 'nw') > 0 end)
  local declaring = vim.fn.bufnr('shared/frameworks.playbook')
  local text = table.concat(vim.api.nvim_buf_get_lines(declaring, 0, -1, false), '\n')
  if not text:find('framework seven_steps', 1, true) then error('not renamed where it is declared') end
  wait('that nothing is found', function() return #codes() == 0 end)
end)

test('formats', function()
  cursor_on('owner ')
  local written = vim.api.nvim_get_current_line()
  vim.api.nvim_set_current_line((written:gsub('^%s+', ' ')))
  -- The one came with Neovim 0.8, and the other went soon after.
  if vim.lsp.buf.format then
    vim.lsp.buf.format({ formatting_options = { tabSize = 2 }, timeout_ms = 20000 })
  else
    vim.lsp.buf.formatting_sync({ tabSize = 2 }, 20000)
  end
  if line_with('owner ') ~= written then error(line_with('owner ')) end
end)

vim.cmd('qall!')
