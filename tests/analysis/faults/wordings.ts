import { type Fault, HERE, here, planted } from './fault.ts';
import { linesOf, pagesOf, playbooksIn, sectionsOf, textOf } from './page.ts';

export const WORDING_FAULTS: readonly Fault[] = [
  {
    name: 'a wording that one language is gone from',
    codes: ['missing-translation'],
    *plant(sources) {
      for (const page of pagesOf(sources)) {
        const wordings = sectionsOf(page, 'wording');
        for (const wording of wordings) {
          for (const [text, line] of linesOf(page, wording)) {
            const [, language] = /^\s+in (\w+) +"/.exec(text) ?? [];
            const others = wordings.filter((one) => one !== wording && textOf(page, one).includes(` in ${language} `));
            if (!language || others.length === 0) continue;
            yield planted(sources, page, here(page, wording.first), { line, remove: 1 });
          }
        }
      }
    },
  },
  {
    name: 'a wording that nobody has approved',
    codes: ['unapproved-wording'],
    *plant(sources) {
      for (const page of pagesOf(sources)) {
        const wordings = sectionsOf(page, 'wording');
        for (const wording of wordings) {
          const approval = linesOf(page, wording).find(([text]) => /^\s+approved by \w+$/.test(text));
          const others = wordings.filter((one) => one !== wording && /\bapproved by\b/.test(textOf(page, one)));
          if (!approval || others.length === 0) continue;
          yield planted(sources, page, here(page, wording.first), { line: approval[1], remove: 1 });
        }
      }
    },
  },
  {
    name: 'a step with words for one channel only',
    codes: ['channel-without-words'],
    *plant(sources) {
      for (const page of playbooksIn(sources)) {
        const [, channel] = /^signal channel +one of (\w+),/m.exec(page.lines.join('\n')) ?? [];
        for (const step of sectionsOf(page, 'step')) {
          const says = linesOf(page, step).filter(([text]) => /^\s+say\b/.test(text));
          const [said] = says;
          // Whatever else is shown in the step is something to go by.
          const others = linesOf(page, step).filter(([text]) =>
            /^\s+(?:do|ask|offer|record|promise|consult|complete|escalate)\b/.test(text),
          );
          if (!channel || !said || says.length + others.length > 1 || !/^\s+say +"[^"]*"$/.test(said[0])) continue;
          const put = [`${HERE}${said[0].replace(/say +"/, `say on ${channel} "`)}`];
          yield planted(sources, page, here(page, step.first), { line: said[1], remove: 1, put });
        }
      }
    },
  },
];
