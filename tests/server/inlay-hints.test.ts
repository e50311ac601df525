import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type InlayHint, type InlayHintLabelPart, InlayHintRequest, type Range } from 'vscode-languageserver/node';
import { Editor } from '../harness/editor.ts';
import { PATIENCE } from '../harness/runs.ts';
import { shippedSources } from '../harness/shipped.ts';

/** Each hint stands where the editor shows it, in `«»`: all that is so marked must be shown, and nothing else. */
const LIBRARY = `team supervisors "Floor supervisors"
  answers within 2 minutes
  open monday to friday 08:00 to 20:00 "Europe/London"
  open saturday 09:00 to 17:00 «Europe/London»
  closed 2026-12-25 «Fri», 2026-02-31, 2027-01-02 «Sat»
  otherwise night_desk
team night_desk "Night desk"
  answers within 90 seconds «= 1 min 30 s»
  open daily 20:00 to 08:00 «next day» "Europe/London"
  otherwise duty_manager
team duty_manager "Duty manager"
  answers within 10 minutes
  otherwise supervisors
team ring
  open daily 08:00 to 18:00 "Europe/London"
  otherwise ring
`;
const PLAYBOOK = `use "library.playbook"
playbook late "Late"
signal order_delay in days
signal queue in minutes
trigger t when order_delay is at least 36 hours «= 1.5 days» or elapsed is more than 90 minutes «= 1 h 30 min»
trigger u when order_delay is at least 2 weeks «= 14 days» or queue is more than 1 hour «= 60 minutes»
step hear
  say "Hello."
  consult ring
  escalate to supervisors «while closed: night_desk, then duty_manager» when order_delay is 3 days
  done when queue is known «→ agree»
step agree "Agree what happens" «→ pay»
step pay
  skip when queue is known
  promise news within 1 day
  promise later within 1.5 days «= 1 day 12 h»
  go to thank
step thank
  go to agree when queue is less than 5 minutes «→ close»
step close
  goal "Done."
escalation e when queue is known
  to supervisors «while closed: night_desk, then duty_manager», then duty_manager after 120 minutes «= 2 h»
follow up f when late has happened
  within 48 hours «= 2 days»
scenario "Hints are shown"
  given time 2026-11-25 «Wed» 10:00, order_delay 48 hours «= 2 days»
  26 hours «= 1 day 2 h» pass
`;

const unmarked = (text: string): string => text.replace(/ «[^»]*»/g, '');
const partsOf = ({ label }: InlayHint): readonly InlayHintLabelPart[] =>
  typeof label === 'string' ? [{ value: label }] : label;

/** A text with its hints in it. */
function marked(text: string, hints: readonly InlayHint[]): string {
  const lines = text.split('\n');
  const last = hints.toSorted(
    (a, b) => b.position.line - a.position.line || b.position.character - a.position.character,
  );
  for (const hint of last) {
    const { line, character } = hint.position;
    const words = partsOf(hint).map(({ value }) => value);
    const whole = lines[line] ?? '';
    lines[line] = `${whole.slice(0, character)} «${words.join('')}»${whole.slice(character)}`;
  }
  return lines.join('\n');
}

async function hintsIn(editor: Editor, path: string, range: Range): Promise<readonly InlayHint[]> {
  const textDocument = { uri: `file:///${path}` };
  return (await editor.connection.sendRequest(InlayHintRequest.type, { textDocument, range })) ?? [];
}

const everywhere: Range = { start: { line: 0, character: 0 }, end: { line: 10_000, character: 0 } };

describe('what follows from other lines is said where it matters', () => {
  let editor: Editor;

  beforeAll(async () => {
    editor = await Editor.on(
      new Map([
        ['library.playbook', unmarked(LIBRARY)],
        ['late.playbook', unmarked(PLAYBOOK)],
      ]),
    );
    await editor.settled();
  });
  afterAll(() => editor.end());

  test.each([
    ['library.playbook', LIBRARY],
    ['late.playbook', PLAYBOOK],
  ])('in %s', async (path, text) => {
    expect(marked(unmarked(text), await hintsIn(editor, path, everywhere))).toBe(text);
  });

  test('only in the range that is asked for', async () => {
    const range: Range = { start: { line: 10, character: 0 }, end: { line: 12, character: 0 } };
    const hints = await hintsIn(editor, 'late.playbook', range);
    expect(hints.map((hint) => [hint.position.line, partsOf(hint)[0]?.value])).toEqual([
      [10, '→ agree'],
      [11, '→ pay'],
    ]);
  });

  test('with more for whoever points at it, and the way there', async () => {
    const hints = await hintsIn(editor, 'late.playbook', everywhere);
    const parts = hints.flatMap(partsOf);
    expect(parts.find(({ value }) => value === 'night_desk')).toMatchObject({
      tooltip: 'Night desk\nanswers within 90 seconds\nopen daily 20:00 to 08:00 "Europe/London"',
      location: { uri: 'file:///library.playbook', range: { start: { line: 6, character: 5 } } },
    });
    expect(parts.find(({ value }) => value === '→ pay')).toMatchObject({
      tooltip: 'Then comes pay. It is passed over when queue is known.',
      location: { uri: 'file:///late.playbook', range: { start: { line: 12, character: 5 } } },
    });
    expect(parts.find(({ value }) => value === '= 1.5 days')?.tooltip).toBe('order_delay is counted in days.');
  });
});

test(
  'wherever a shipped playbook is cut off, hints stand in it',
  async () => {
    const sources = shippedSources();
    const path = 'playbooks/late_delivery.playbook';
    const text = sources.get(path) ?? '';
    const editor = await Editor.on(sources);
    let shown = 0;
    for (let end = text.length; end > 0; end -= Math.ceil(text.length / 20)) {
      const cut = text.slice(0, end);
      await editor.write(path, cut);
      const hints = await hintsIn(editor, path, everywhere);
      const lines = cut.split('\n');
      for (const { position } of hints) {
        expect(position.character).toBeGreaterThan(0);
        expect(position.character).toBeLessThanOrEqual(lines[position.line]?.length ?? -1);
      }
      shown += hints.length;
    }
    expect(shown).toBeGreaterThan(50);
    editor.end();
  },
  PATIENCE,
);
