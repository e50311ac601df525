import type { Sources } from '../corpus/template.ts';
import { type Fault, HERE, here, planted } from './fault.ts';
import { linesOf, type Page, playbooksIn, type Section, sectionsOf } from './page.ts';

interface Staged {
  readonly step: Section;
  readonly stage: string;
  readonly line: number;
}

/** The steps of a page that are of a stage. */
function stagedSteps(page: Page): readonly Staged[] {
  return sectionsOf(page, 'step').flatMap((step) =>
    linesOf(page, step).flatMap(([text, line]) => {
      const [, stage] = /^\s+stage (\w+)$/.exec(text) ?? [];
      return stage === undefined ? [] : [{ step, stage, line }];
    }),
  );
}

/** Whether a stage may be left out, wherever its framework stands. */
function isOptional(sources: Sources, stage: string): boolean {
  return new RegExp(`^\\s+stage ${stage}\\b(?:.*\\n\\s+goal)?.*\\boptional$`, 'm').test(
    [...sources.values()].join('\n'),
  );
}

export const STAGE_FAULTS: readonly Fault[] = [
  {
    name: 'a stage without a step',
    codes: ['stage-missing'],
    *plant(sources) {
      for (const page of playbooksIn(sources)) {
        const staged = stagedSteps(page);
        const follows = page.lines.findIndex((text) => /^\s+follows /.test(text));
        for (const stage of new Set(staged.map((one) => one.stage))) {
          const inIt = staged.filter((one) => one.stage === stage);
          if (isOptional(sources, stage)) continue;
          const marks = [page.sections.find(({ kind }) => kind === 'playbook')?.first ?? 0, follows];
          yield planted(
            sources,
            page,
            ...marks.map((line) => here(page, line)),
            ...inIt.map(({ line }) => ({ line, remove: 1, put: ['  do "Go on."'] })),
          );
        }
      }
    },
  },
  {
    name: 'a stage that comes back later',
    codes: ['stage-twice', 'stage-out-of-order'],
    *plant(sources) {
      for (const page of playbooksIn(sources)) {
        const [first, ...others] = stagedSteps(page);
        const last = others.at(-1);
        if (!first || !last || last.stage === first.stage) continue;
        const put = ['', `${HERE}step planted "Once more"`, `${HERE}  stage ${first.stage}`, '  do "Go on."'];
        yield planted(sources, page, { line: last.step.end, put });
      }
    },
  },
  {
    name: 'two stages that have changed places',
    codes: ['stage-out-of-order', 'stage-twice'],
    *plant(sources) {
      for (const page of playbooksIn(sources)) {
        const staged = stagedSteps(page);
        for (const [index, one] of staged.entries()) {
          const next = staged[index + 1];
          if (!next || next.stage === one.stage) continue;
          yield planted(
            sources,
            page,
            ...staged.filter((other) => other !== one && other !== next).map(({ line }) => here(page, line)),
            { line: one.line, remove: 1, put: [`${HERE}  stage ${next.stage}`] },
            { line: next.line, remove: 1, put: [`${HERE}  stage ${one.stage}`] },
          );
        }
      }
    },
  },
];
