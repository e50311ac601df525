import type { Act, Line } from '@poise/runtime';
import { EVERYWHERE, NOWHERE } from '../diagrams/diagrams.ts';
import { unlessTooLarge } from '../diagrams/too-large.ts';
import type { Finding } from '../finding.ts';
import { shownWhere } from '../states/shown-where.ts';
import type { Scope, StateSpace } from '../states/state-space.ts';
import type { Subject } from '../subject.ts';
import { checkAuthority } from './authority.ts';
import { ForbiddenWords } from './forbidden-words.ts';
import { guardedLines } from './guarded-lines.ts';
import { forbiddenBy, isAlwaysForbidden, type Prohibition, prohibitionsOf } from './prohibitions.ts';

/** Lines of guidance that are forbidden whenever they are shown, and no approval helps; and warnings, of which the same goes for their words. */
export function checkForbiddenLines(subject: Subject, space: StateSpace): Finding[] {
  const [scope] = space.scopes;
  if (!scope) return [];
  const words = new ForbiddenWords(subject);
  return [
    ...guardedLines(subject, scope).flatMap(({ line, prohibitions }) => {
      const shown = unlessTooLarge(() => shownWhere(line, scope, space)) ?? NOWHERE;
      return prohibitions.flatMap((prohibition) => {
        const said = [...words.in(line, prohibition), ...checkAuthority(line, prohibition, subject)];
        const done = forbiddenAct(line, prohibition);
        // What is to be proved comes last: few lines get so far.
        const isForbidden = (isApprovable: boolean) => isAlwaysForbidden(shown, prohibition, isApprovable, space);
        return [
          ...(said.length > 0 && isForbidden(true) ? said : []),
          ...(done.length > 0 && isForbidden(isActApprovable(line)) ? done : []),
        ];
      });
    }),
    ...forbiddenWarnings(subject, words, scope, space),
  ];
}

/** Whether a team can let it through. What is asked, and that one hands over, nobody can approve; the words of a question are a reply, though. */
function isActApprovable({ kind }: Line): boolean {
  return kind !== 'ask' && kind !== 'escalate';
}

/** The words of warnings that are forbidden always: when a warning is shown, more may have happened than what called for it. */
function forbiddenWarnings(
  subject: Subject,
  words: ForbiddenWords,
  scope: Scope,
  space: StateSpace,
): readonly Finding[] {
  const always = prohibitionsOf(subject, scope).filter((one) => isAlwaysForbidden(EVERYWHERE, one, true, space));
  return subject.boundaries.flatMap(({ rules, origin }) =>
    rules
      .flatMap((rule) => (rule.kind === 'eachTime' ? rule.reactions : []))
      .flatMap(({ response, at }) =>
        always
          .filter((prohibition) => origin !== 'house' || prohibition.origin === 'house')
          .flatMap((prohibition): Finding[] => {
            const found = response.kind === 'warn' ? words.inText(response.parts, prohibition) : undefined;
            if (!found) return [];
            const { data } = found;
            return [{ code: 'forbidden-phrase', at, mark: 'line', related: forbiddenBy(prohibition), data }];
          }),
      ),
  );
}

/** The line as such, whatever its words: what it has the agent ask, do, offer, reply, or does by itself. */
function forbiddenAct(line: Line, prohibition: Prohibition): Finding[] {
  const { rule, by } = prohibition;
  if (!rule.acts.some((act) => isActOf(line, act))) return [];
  const data = { ...lineData(line), by };
  return [{ code: 'forbidden-line', at: line.at, mark: 'line', related: forbiddenBy(prohibition), data }];
}

function isActOf(line: Line, act: Act): boolean {
  switch (line.kind) {
    case 'say':
      return act.act === 'reply';
    case 'ask':
      return act.act === 'ask' && act.fields.includes(line.field);
    case 'do':
      return act.act === 'do' && act.action === line.action;
    case 'offer':
      return act.act === 'offer' && act.over === undefined && (act.offer ?? line.offer) === line.offer;
    case 'escalate':
      return act.act === 'escalate';
    default:
      return false;
  }
}

function lineData(line: Line): { readonly line: Line['kind']; readonly name?: string } {
  switch (line.kind) {
    case 'ask':
      return { line: line.kind, name: line.field };
    case 'do':
      return { line: line.kind, ...(line.action !== undefined && { name: line.action }) };
    case 'offer':
      return { line: line.kind, name: line.offer };
    case 'escalate':
      return { line: line.kind, name: line.team };
    default:
      return { line: line.kind };
  }
}
