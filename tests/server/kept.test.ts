import { describe, expect, test } from 'vitest';
import { Kept } from '../../server/src/diagnostics/kept.ts';

describe('a result is kept by what it rests on', () => {
  test('and made again only when that is another', () => {
    const kept = new Kept<number>();
    let made = 0;
    const make = () => ++made;
    const library = {};
    expect(kept.get(['a.playbook', `text ${1}`, library], make)).toBe(1);
    // Texts are the same if they say the same, wherever they come from.
    expect(kept.get(['a.playbook', ['text', '1'].join(' '), library], make)).toBe(1);
    expect(kept.get(['a.playbook', 'text 2', library], make)).toBe(2);
    expect(kept.get(['a.playbook', 'text 2', {}], make)).toBe(3);
    expect(kept.get(['a.playbook', 'text 2'], make)).toBe(4);
    expect(kept.get(['a.playbook', 'text 1'], make)).toBe(5);
  });

  test('also when it is nothing', () => {
    const kept = new Kept<undefined>();
    let made = 0;
    for (const _ of [1, 2]) kept.get([], () => void made++);
    expect(made).toBe(1);
  });
});
