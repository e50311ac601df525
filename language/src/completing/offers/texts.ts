import { SPOKEN } from '../../checks/placeholders.ts';
import * as ast from '../../generated/ast.ts';
import type { PatternKind } from '../../phrases/pattern.ts';
import { linesOf } from '../../structure/placement.ts';
import { type Expectation, type Frame, frameOf } from '../walk.ts';
import { namesFor } from './names.ts';
import { type Circumstances, type Offer, RANK } from './offer.ts';

/** What `<…>` in a phrase can stand for. */
const KINDS: Readonly<Record<PatternKind, string>> = {
  time: 'A time of day or a day: `by 5 pm`, `next Monday`.',
  duration: 'A length of time: `two working days`.',
  amount: 'An amount of money: `twenty quid`.',
  number: 'A number.',
  date: 'A date.',
  email: 'An email address.',
  phone: 'A telephone number.',
  link: 'A web address.',
};

const KIND_OFFERS: readonly Offer[] = Object.entries(KINDS).map(([label, says]) => ({
  label,
  kind: 'value',
  says,
  rank: RANK.best,
}));

/** What fits into a text at the cursor, and what of the text it takes the place of; UTF-16 offsets. */
export interface TextOffers {
  readonly start: number;
  readonly end: number;
  readonly offers: readonly Offer[];
}

/**
 * What fits into a text that is being written. What has to close it is written with it, unless it stands there already.
 *
 * @param raw what stands of the text before the cursor, with its quote
 * @param after what follows on the line
 */
export function inText(
  expectations: readonly Expectation[],
  { raw, after, offset }: { readonly raw: string; readonly after: string; readonly offset: number },
  circumstances: Circumstances,
): TextOffers {
  const texts = expectations.filter(({ expected }) => expected.kind === 'value' && expected.terminal === 'STRING');
  const frames = texts.map(({ frame }) => frame);
  const closedBy = (offers: readonly Offer[], typed: string, rest: RegExp, close: string): TextOffers => {
    const old = rest.exec(after)?.[0] ?? '';
    const isClosed = after.startsWith(close, old.length);
    return {
      start: offset - typed.length,
      end: offset + old.length,
      offers: isClosed ? offers : offers.map((offer) => ({ ...offer, text: `${offer.label}${close}` })),
    };
  };
  const whole = frames.flatMap((frame) => wholeTexts(frame, circumstances));
  if (whole.length > 0) return closedBy(whole, raw.slice(1), /^[^"]*(?=")|^/, '"');
  const [, name] = /(?<!\\)\{([\w-]*)$/.exec(raw) ?? [];
  const spoken = frames.find((frame) => frameOf(frame, ...SPOKEN));
  if (name !== undefined && spoken) {
    const facts = namesFor({ frame: spoken, property: undefined }, 'Value', circumstances);
    return closedBy(facts, name, /^[\w-]*/, '}');
  }
  const [, kind] = /<(\w*)$/.exec(raw) ?? [];
  if (kind !== undefined && frames.some((frame) => frameOf(frame, 'Phrase')))
    return closedBy(KIND_OFFERS, kind, /^\w*/, '>');
  return { start: offset, end: offset, offers: [] };
}

/** Texts that are one of many that are known: files and time zones. */
export function wholeTexts(frame: Frame, { sight, zones }: Circumstances): Offer[] {
  if (frame.rule === 'Use') {
    return sight
      .otherFiles()
      .filter(({ isUsed }) => !isUsed)
      .map(({ path, isLibrary }) => ({
        label: path,
        kind: 'file',
        detail: isLibrary ? 'library' : 'playbook',
        rank: isLibrary ? RANK.own : RANK.other,
      }));
  }
  if (frame.rule !== 'OpeningHours') return [];
  const known = new Set(zonesNamed(sight.file));
  return zones.map((label) => ({
    label,
    kind: 'value',
    detail: 'time zone',
    rank: known.has(label) ? RANK.best : RANK.other,
  }));
}

function zonesNamed({ members }: ast.PlaybookFile): string[] {
  return members
    .filter(ast.isTeam)
    .flatMap((team) => linesOf(team, ast.isOpeningHours).flatMap(({ zone }) => zone?.slice(1, -1) ?? []));
}
