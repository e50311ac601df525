import { createCompiler } from '@poise/generator';
import { scenarioPlayer } from '@poise/generator/scenarios';
import { describe, expect, test } from 'vitest';
import snippets from '../../extension/snippets/playbook.json' with { type: 'json' };
import { memoryHost } from '../harness/memory-host.ts';
import { expansion, type Snippet } from '../harness/snippets.ts';

const all: Readonly<Record<string, Snippet>> = snippets;
const playbook = expansion(snippets['New playbook']);

const compiler = createCompiler();

describe.each(Object.entries(all))('%s', (_, snippet) => {
  const text = expansion(snippet);

  test('leaves nothing to be desired as it comes', async () => {
    const source = snippet.isFileTemplate ? text : `${playbook}\n${text}`;
    const host = memoryHost(new Map([['main.playbook', source]]));
    const { findings, scenarios } = await compiler.compile(['main.playbook'], host, {
      today: '2026-11-22',
      scenarios: true,
    });
    expect(findings.map(({ code, message }) => `${code}: ${message}`)).toEqual([]);
    const runs = scenarios.flatMap((ofPlaybook) => ofPlaybook.scenarios.map(scenarioPlayer(ofPlaybook)));
    expect(runs.map(({ failure }) => failure)).toEqual(runs.map(() => undefined));
  });
});

test('a stop has its text wherever it stands', () => {
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it is how snippets write their stops
  const body = ['a ${1:b}, $1', '${2} \\$1 ${3:c \\} d}$0'];
  expect(expansion({ body })).toBe('a b, b\n $1 c } d');
});
