import type { FileFinding } from '@poise/generator';
import { describe, expect, test } from 'vitest';
import { blocksOf, documentation } from '../harness/markdown.ts';
import { compileBlock } from './compiled-block.ts';

/**
 * Every example of the documentation is true. A block that is marked `playbook` compiles with nothing worse than an information; `playbook right`
 * gives no finding at all; `playbook wrong`, which only the page of a finding may have, gives that finding and no other.
 */
const blocks = [...documentation()].flatMap(([page, text]) =>
  blocksOf(text)
    .filter(({ info }) => /^playbook\b/.test(info))
    .map((block) => ({ ...block, place: `${page}:${block.line}`, page })),
);

const CODE = /^docs\/diagnostics\/(.+)\.md$/;

describe('every playbook in the documentation is what it is said to be', () => {
  test.each(blocks)('$place', async ({ page, info, text, place }) => {
    const { findings } = await compileBlock(place, text);
    switch (info) {
      case 'playbook':
        expect(findings.filter(({ severity }) => severity !== 'info').map(shown)).toEqual([]);
        break;
      case 'playbook right':
        expect(findings.map(shown)).toEqual([]);
        break;
      case 'playbook wrong':
        expect([...new Set(findings.map(({ code }) => code))], findings.map(shown).join('\n')).toEqual([
          CODE.exec(page)?.[1],
        ]);
        break;
      default:
        expect.fail(`a block is \`playbook\`, \`playbook right\` or \`playbook wrong\`, not \`${info}\``);
    }
  });
});

function shown({ file, range: { start }, severity, code, message }: FileFinding): string {
  return `${file}:${start.line + 1}:${start.character + 1} ${severity} ${code}: ${message}`;
}
