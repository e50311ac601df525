import {
  clockOf,
  documentOf,
  type SoundlyPlayed,
  type Stage,
  scenarioOf,
  scenarioSoFar,
  type View,
} from '@poise/generator/playing';
import { lastTurns } from '@poise/generator/scenarios';
import { plain, plainLines } from '@poise/generator/words';
import { couldNotFinish } from '../exit-codes.ts';
import type { Terminal } from '../terminal.ts';
import { showCard } from './card.ts';
import { showFacts, showSilent } from './facts.ts';
import { HELP } from './help.ts';
import type { Input } from './input.ts';
import { showMistakes, showUnmet } from './mistakes.ts';
import { type Command, typedLineReader } from './typed-line.ts';
import { type Grounds, showWhy } from './why.ts';

/** Stands for the scenario's title until there is one. */
const UNTITLED = 'Tried out';

/** What a conversation begins with. */
export interface Beginning {
  readonly stage: Stage;
  /** What is given before anybody types. */
  readonly given: readonly string[];
  /** How it stands with that. */
  readonly played: SoundlyPlayed;
}

/** A conversation in the terminal, to its end. @returns its lines, what was given included */
export async function converse(
  { stage, given, played }: Beginning,
  input: Input,
  terminal: Terminal,
  pathOf: Grounds['pathOf'],
): Promise<readonly string[]> {
  const { print, colors } = terminal;
  const readTyped = typedLineReader();
  let lines = given;
  let now = played;
  const card = () => print(showCard(viewOf(now), terminal));

  const take = async (line: string): Promise<void> => {
    const next = await stage.play(scenarioSoFar([...lines, line]));
    if (next.kind === 'mistaken') {
      const { inScenario: ours, elsewhere, sources } = next;
      print(showMistakes(ours.length > 0 ? ours : elsewhere, sources, terminal));
    } else if (next.kind !== 'played') {
      throw couldNotFinish('this playbook can’t be played any more');
    } else if (next.run.failure) {
      print(showUnmet(next.run, terminal));
    } else {
      lines = [...lines, line];
      now = next;
      if (next.advice.length > 0) print(showMistakes(next.advice, next.sources, terminal));
      if (next.run.scenario.items.at(-1)?.kind === 'expect') print(`${colors.green('  it is so')}\n\n`);
      else card();
    }
  };

  const undo = async (): Promise<void> => {
    const last = lines.length > given.length ? lines.at(-1) : undefined;
    if (last === undefined) {
      print('nothing to take back\n\n');
      return;
    }
    const before = await stage.play(scenarioSoFar(lines.slice(0, -1)));
    if (before.kind !== 'played') throw couldNotFinish('the lines before can’t be played any more');
    lines = lines.slice(0, -1);
    now = before;
    print(`taken back: ${plain(last)}\n`);
    card();
  };

  const answer = async (command: Exclude<Command, 'quit'>): Promise<void> => {
    switch (command) {
      case 'help':
        return print(HELP);
      case 'why':
        return print(showWhy(viewOf(now), { sources: now.sources, pathOf }, terminal));
      case 'silent':
        return print(showSilent(now, terminal));
      case 'facts':
        return print(showFacts(now.run, terminal));
      case 'scenario':
        return print(`${plainLines(scenarioOf(UNTITLED, lines))}\n`);
      case 'undo':
        return undo();
    }
  };

  card();
  for (;;) {
    const text = await input.next('> ');
    if (text === undefined) return lines;
    const typed = readTyped(text);
    if (typed.kind === 'command' && typed.command === 'quit') return lines;
    if (typed.kind === 'nothing') continue;
    if (!input.isTyped) print(`> ${plain(text.trim())}\n`);
    if (typed.kind === 'command' && typed.command !== 'quit') await answer(typed.command);
    if (typed.kind === 'several') print('type one line after the other; what the customer says goes in quotes\n\n');
    if (typed.kind === 'line') await take(typed.line);
  }
}

function viewOf({ run }: SoundlyPlayed): View {
  const lately = lastTurns(run).map(({ guidance }) => guidance);
  const { guidance } = run.turns.at(-1) ?? run.opening;
  return { run, guidance, lately, clock: clockOf(documentOf(run)) };
}
