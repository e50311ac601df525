import { assert } from 'chai';
import { describe, it } from 'mocha';
import * as vscode from 'vscode';

interface Manifest {
  readonly contributes: { readonly commands: readonly { readonly command: string }[] };
}

describe('manifest', () => {
  it('names the commands that there are, and no others', async () => {
    const extension = vscode.extensions.getExtension('poise.poise-vscode');
    await extension?.activate();
    const manifest: Manifest = extension?.packageJSON;
    const named = manifest.contributes.commands.map(({ command }) => command);
    const registered = (await vscode.commands.getCommands()).filter((command) => command.startsWith('poise.'));
    assert.sameMembers(registered, named);
  });
});
