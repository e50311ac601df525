import * as ast from '../../generated/ast.ts';
import { linesOf } from '../../structure/placement.ts';
import { type Expectation, type Frame, frameOf } from '../walk.ts';
import { namesFor } from './names.ts';
import { type Circumstances, type Offer, RANK } from './offer.ts';

/** What is said to the customer: there `{name}` is filled in. */
const SPOKEN = ['Say', 'SayInstead', 'Ask', 'Warn'];

/** What `<…>` in a phrase can stand for. */
const KINDS: Readonly<Record<string, string>> = {
  time: 'A time of day or a day: `by 5 pm`, `next Monday`.',
  duration: 'A length of time: `two working days`.',
  amount: 'An amount of money: `twenty quid`.',
  number: 'A number.',
  date: 'A date.',
  email: 'An email address.',
  phone: 'A telephone number.',
  link: 'A web address.',
};

/** What fits into a text at the cursor, and from where on it is written; UTF-16 offsets. */
export interface TextOffers {
  readonly start: number;
  readonly offers: readonly Offer[];
}

/** What fits into a text that is being written: `raw` is what stands of it so far. */
export function inText(
  expectations: readonly Expectation[],
  { start, raw }: { start: number; raw: string },
  circumstances: Circumstances,
): TextOffers {
  const texts = expectations.filter(({ expected }) => expected.kind === 'value' && expected.terminal === 'STRING');
  const frames = texts.map(({ frame }) => frame);
  const whole = frames.flatMap((frame) => wholeTexts(frame, circumstances));
  if (whole.length > 0) return { start: start + 1, offers: whole };
  const brace = /(?<!\\)\{([\w-]*)$/.exec(raw);
  const spoken = frames.find((frame) => frameOf(frame, ...SPOKEN));
  if (brace && spoken) {
    const offers = namesFor({ frame: spoken, property: undefined }, 'Value', circumstances).map((offer) => ({
      ...offer,
      text: `${offer.label}}`,
    }));
    return { start: start + raw.length - (brace[1]?.length ?? 0), offers };
  }
  const angle = /<(\w*)$/.exec(raw);
  if (angle && frames.some((frame) => frameOf(frame, 'Phrase'))) {
    const offers = Object.entries(KINDS).map(
      ([label, says]): Offer => ({ label, text: `${label}>`, kind: 'value', says, rank: RANK.best }),
    );
    return { start: start + raw.length - (angle[1]?.length ?? 0), offers };
  }
  return { start: start + raw.length, offers: [] };
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
