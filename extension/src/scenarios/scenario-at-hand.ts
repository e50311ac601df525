import type { ScenariosArgument } from '@poise/server/protocol';
import { type TestItem, Uri, window } from 'vscode';
import { LANGUAGE } from '../language.ts';
import type { ScenarioItems } from './scenario-items.ts';

/** The scenarios that are named; without any, all of the file that is shown. Nothing, said aloud, where there are none. */
export async function scenariosAtHand(
  items: ScenarioItems,
  argument?: ScenariosArgument,
): Promise<readonly TestItem[]> {
  const document = window.activeTextEditor?.document;
  const uri = argument ? Uri.parse(argument.uri) : document?.languageId === LANGUAGE ? document.uri : undefined;
  const all = [...((uri && items.file(uri)?.children) ?? [])].map(([, item]) => item);
  const found = argument ? all.filter(({ label }) => argument.titles.includes(label)) : all;
  if (found.length === 0) await window.showInformationMessage('There are no scenarios here that could be played.');
  return found;
}

/** The scenario that the cursor is in, or one that somebody chooses. */
export async function scenarioAtHand(items: ScenarioItems): Promise<TestItem | undefined> {
  const all = await scenariosAtHand(items);
  const line = window.activeTextEditor?.selection.active;
  const here = all.find(({ range }) => line && range?.contains(line));
  if (here || all.length <= 1) return here ?? all[0];
  const choices = all.map((item) => ({ label: item.label, item }));
  const chosen = await window.showQuickPick(choices, { title: 'Step through a scenario', placeHolder: 'Which one?' });
  return chosen?.item;
}
