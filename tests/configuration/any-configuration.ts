import fc from 'fast-check';

const level = fc.constantFrom('error', 'warning', 'info', 'off');
const code = fc.constantFrom(
  'missing-goal',
  'unused-name',
  'review-overdue',
  'bad-date',
  'no-such-code',
  '__proto__',
  '',
);
const folder = fc.constantFrom(
  'drafts',
  'a/b',
  './drafts',
  'drafts/',
  '..',
  'a/../b',
  '.hidden',
  '*',
  'a b',
  '',
  'C:',
  '\u0000',
);

/** Something that is nearly a setting's value: mostly of the right form, now and then any JSON. */
const nearly = (right: fc.Arbitrary<unknown>) =>
  fc.oneof({ weight: 6, arbitrary: right }, { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 2 }) });
const levels = nearly(fc.dictionary(code, nearly(level), { maxKeys: 3 }));

/** JSON values in the neighbourhood of configurations: some are right, most are wrong in a place or two. */
export const nearlyConfiguration: fc.Arbitrary<unknown> = nearly(
  fc
    .record(
      {
        $schema: nearly(fc.string()),
        severity: levels,
        folders: nearly(
          fc.dictionary(folder, nearly(fc.record({ severity: levels, failLevel: level }, { requiredKeys: [] })), {
            maxKeys: 2,
          }),
        ),
        failLevel: nearly(level),
        out: nearly(folder),
        locale: nearly(fc.constantFrom('en', 'en-GB', 'zh-Hant-TW', 'es-419', 'EN', 'en_GB', 'english', 'en-')),
        approvals: nearly(
          fc.dictionary(
            fc.constantFrom('loosened boundary', 'lost', 'words only', 'words', 'new follow up', 'boundary'),
            nearly(fc.constantFrom('compliance', 'a, b', '')),
            { maxKeys: 2 },
          ),
        ),
        currency: nearly(fc.constantFrom('GBP', 'gbp', 'GB', 'EUROS', 'JPY')),
        colour: fc.constant('red'),
      },
      { requiredKeys: [] },
    )
    // Most have only a few settings, so that some have nothing wrong.
    .chain((all) => fc.subarray(Object.keys(all)).map((keys) => pick(all, keys.slice(0, 3)))),
);

function pick(all: object, keys: readonly string[]): object {
  return Object.fromEntries(Object.entries(all).filter(([key]) => keys.includes(key)));
}
