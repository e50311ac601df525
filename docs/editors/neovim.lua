-- Poise in Neovim 0.7 or newer: put this into ~/.config/nvim/plugin/poise.lua
vim.api.nvim_create_autocmd({ 'BufRead', 'BufNewFile' }, {
  pattern = '*.playbook',
  callback = function()
    vim.bo.filetype = 'playbook'
    vim.bo.commentstring = '// %s'
  end,
})

local clients = {}
vim.api.nvim_create_autocmd('FileType', {
  pattern = 'playbook',
  callback = function()
    -- The folder with `poise.json` is the workspace; without one, the folder of the file.
    local marked = vim.fn.findfile('poise.json', '.;')
    local root = vim.fn.fnamemodify(marked ~= '' and marked or vim.api.nvim_buf_get_name(0), ':p:h')
    if not clients[root] then
      clients[root] = vim.lsp.start_client({
        name = 'poise',
        cmd = { 'poise', 'lsp', '--stdio' },
        root_dir = root,
        workspace_folders = { { uri = vim.uri_from_fname(root), name = root } },
        on_exit = function() clients[root] = nil end,
      })
    end
    if clients[root] then vim.lsp.buf_attach_client(0, clients[root]) end
    vim.bo.omnifunc = 'v:lua.vim.lsp.omnifunc'
  end,
})
