import { WORK, type Work } from '@poise/server/protocol';
import { DiagnosticSeverity, LanguageStatusSeverity, languages } from 'vscode';
import { State } from 'vscode-languageclient';
import { SHOW_LOG } from '../commands/server.ts';
import { SOURCE } from '../findings/explain.ts';
import { LANGUAGE } from '../language.ts';
import type { Poise } from '../poise.ts';

/** Work that is done sooner isn't worth a sign: it would flicker with each key. */
const PATIENCE_MS = 400;

/** What the status bar says of the playbooks of the workspace, beside the name of the language. */
export function registerStatus({ context, client }: Poise): void {
  const item = languages.createLanguageStatusItem('poise.status', { language: LANGUAGE });
  item.name = 'Poise';
  item.command = { title: 'Show log', command: SHOW_LOG };
  let work: Work | undefined;
  let waiting: ReturnType<typeof setTimeout> | undefined;

  const show = (): void => {
    const isStopped = client.state === State.Stopped || client.state === State.StartFailed;
    const { error, warning } = counts();
    item.text = isStopped
      ? 'Poise has stopped'
      : work
        ? summaryOf(work.playbooks, error, warning)
        : 'Poise is starting';
    item.detail = isStopped
      ? 'Restart it from the command palette.'
      : work?.isProving
        ? 'Looking at every situation'
        : '';
    item.severity =
      isStopped || error > 0
        ? LanguageStatusSeverity.Error
        : warning > 0
          ? LanguageStatusSeverity.Warning
          : LanguageStatusSeverity.Information;
  };
  const showBusy = (isBusy: boolean): void => {
    clearTimeout(waiting);
    if (isBusy) waiting = setTimeout(() => (item.busy = true), PATIENCE_MS);
    else item.busy = false;
  };
  showBusy(true);
  show();
  context.subscriptions.push(
    item,
    { dispose: () => clearTimeout(waiting) },
    languages.onDidChangeDiagnostics(show),
    client.onDidChangeState(({ newState }) => {
      if (newState !== State.Running) work = undefined;
      showBusy(newState === State.Starting);
      show();
    }),
    client.onNotification(WORK, (now: Work) => {
      work = now;
      showBusy(now.isProving);
      show();
    }),
  );
}

function counts(): { readonly error: number; readonly warning: number } {
  const all = languages.getDiagnostics().flatMap(([, found]) => found.filter(({ source }) => source === SOURCE));
  const of = (wanted: DiagnosticSeverity) => all.filter(({ severity }) => severity === wanted).length;
  return { error: of(DiagnosticSeverity.Error), warning: of(DiagnosticSeverity.Warning) };
}

/** `3 playbooks, 2 errors`. */
function summaryOf(playbooks: number, errors: number, warnings: number): string {
  const found = [counted(errors, 'error'), counted(warnings, 'warning')].filter((part) => !part.startsWith('0 '));
  return [counted(playbooks, 'playbook'), ...found].join(', ');
}

function counted(count: number, noun: string): string {
  return `${count.toLocaleString('en-GB')} ${noun}${count === 1 ? '' : 's'}`;
}
