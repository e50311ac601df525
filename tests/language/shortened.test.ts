import { shortened } from '@poise/language';
import { expect, test } from 'vitest';

test.each([
  ['short', 'short'],
  ['a longer one', 'a longer…'],
  ['a long one, too', 'a long o…'],
  ['Thank u 🎉🎉🎉', 'Thank u…'],
  ['Thank u🎉🎉🎉', 'Thank u…'],
  ['Thanks🎉🎉🎉', 'Thanks🎉…'],
])('“%s” is “%s” where ten letters are read, and none is halved', (written, shown) => {
  expect(shortened(written, 10)).toBe(shown);
});
