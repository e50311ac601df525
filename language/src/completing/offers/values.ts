import { yearAfter } from '../../checks/dates.ts';
import type { FactType } from '../../checks/fact-types.ts';
import { STATUSES } from '../../checks/headings.ts';
import { currencies, EXAMPLE_CURRENCY } from '../../vocabulary/currencies.ts';
import { languages } from '../../vocabulary/languages.ts';
import { lengthIn, timeUnit } from '../../vocabulary/time-units.ts';
import { type Expectation, type Frame, frameOf, wordsOf } from '../walk.ts';
import { subjectAt } from './facts.ts';
import { type Circumstances, type Offer, RANK } from './offer.ts';

const STATUS_MEANINGS: Readonly<Record<(typeof STATUSES)[number], string>> = {
  draft: 'Not in use yet.',
  active: 'In use.',
  retired: 'Not in use any more.',
};

/** Values and units that fit a place. What a text says is its author's. */
export function valuesFor(expectation: Expectation, terminal: string, circumstances: Circumstances): Offer[] {
  const { frame } = expectation;
  const type = typeAt(frame, circumstances);
  switch (terminal) {
    case 'NUMBER':
      return numbers(frame, type, circumstances);
    case 'CURRENCY':
      return currenciesFor(frame, type, circumstances);
    case 'DATE':
      return !type || type.kind === 'date' ? dates(frame, circumstances) : [];
    case 'TIME':
      return ['08:00', '12:00', '18:00', '20:00'].map(value);
    case 'VERSION':
      return [value('1.0.0')];
    default:
      return [];
  }
}

/** The words that a name may be where it names nothing that is declared. */
export function vocabularyFor({ frame, property }: Expectation): Offer[] {
  if (frame.rule === 'Status')
    return STATUSES.map((label) => ({ label, kind: 'value', says: STATUS_MEANINGS[label], rank: RANK.best }));
  if (property === 'language')
    return languages().map((label) => ({ label, kind: 'value', detail: 'language', rank: RANK.own }));
  return [];
}

/** The type of the fact whose value is to stand here. */
export function typeAt(frame: Frame, { sight }: Circumstances): FactType | undefined {
  const isValue = frameOf(frame, 'Literal', 'Quantity', 'ValueRelation', 'OneOfRelation');
  return isValue && subjectAt(frame, sight)?.fact?.type;
}

/** Whether a value of a kind can be one of this type; of an unknown type all can. */
export function fitsType(rule: string, type: FactType | undefined): boolean {
  if (!type) return true;
  switch (rule) {
    case 'NumberLiteral':
      return ['range', 'time', 'measured-time', 'money', 'number', 'count'].includes(type.kind);
    case 'FlagLiteral':
      return type.kind === 'flag' || type.kind === 'situation';
    case 'ChoiceLiteral':
      return type.kind === 'choice';
    default:
      return true;
  }
}

/** Whether a unit of time fits behind a number, and in the number that it has. */
export function fitsUnit(word: string, frame: Frame, circumstances: Circumstances): boolean {
  if (frame.rule === 'UnitType') return word.endsWith('s');
  const type = typeAt(frame, circumstances);
  if (frame.rule === 'NumberLiteral' && type && type.kind !== 'time' && type.kind !== 'measured-time') return false;
  const [amount] = wordsOf(frame, frame.rule === 'Duration' ? 'amount' : 'value');
  return word.endsWith('s') !== (amount === '1');
}

function numbers(frame: Frame, type: FactType | undefined, circumstances: Circumstances): Offer[] {
  if (frameOf(frame, 'Duration')) return ['5 minutes', '15 minutes', '1 hour', '1 day', '2 days', '1 week'].map(value);
  if (frame.rule === 'Money') return [50, 100, 200].map((amount) => value(`${amount} ${currencyAt(circumstances)}`));
  if (frame.rule !== 'NumberLiteral')
    return frame.rule === 'RangeType' || frame.rule === 'UnitType' ? ends(frame) : counts();
  switch (type?.kind) {
    case 'range':
      return inRange(type.min, type.max).map(value);
    case 'time':
      return (type.min !== undefined && type.max !== undefined ? inRange(type.min, type.max) : [1, 2, 3, 7])
        .filter((amount) => amount > 0)
        .map((amount) => value(lengthIn(amount, timeUnit(type.word) ?? 'day')));
    case 'measured-time':
      return ['1 minute', '2 minutes', '5 minutes', '15 minutes'].map(value);
    case 'money':
      return (type.min !== undefined && type.max !== undefined ? inRange(type.min, type.max) : [50, 100, 200, 500]).map(
        (amount) => value(`${amount} ${type.currency}`),
      );
    case 'number':
    case 'count':
      return counts();
    default:
      return [];
  }
}

/** All whole numbers of a small range; of a larger one those at its quarters. */
function inRange(min: number, max: number): number[] {
  const isSmall = Number.isInteger(min) && Number.isInteger(max) && max - min <= 12;
  if (isSmall) return Array.from({ length: max - min + 1 }, (_, index) => min + index);
  return [0, 1, 2, 3, 4].map((quarter) => Math.round((min + ((max - min) * quarter) / 4) * 100) / 100);
}

function counts(): Offer[] {
  return ['2', '3', '5', '10'].map(value);
}

function ends(frame: Frame): Offer[] {
  return (wordsOf(frame, 'min').length > 0 ? ['10', '100'] : ['0', '1']).map(value);
}

function dates(frame: Frame, { settings: { today } }: Circumstances): Offer[] {
  if (today === undefined) return [];
  const days: Offer[] = [
    { ...value(today), detail: 'today' },
    { ...value(yearAfter(today)), detail: 'in a year' },
  ];
  return frame.rule === 'ReviewBy' || wordsOf(frame, 'from').length > 0 ? days.slice(1) : days;
}

function currenciesFor(frame: Frame, type: FactType | undefined, circumstances: Circumstances): Offer[] {
  if (frame.rule === 'NumberLiteral' && type && type.kind !== 'money') return [];
  if (type?.kind === 'money') return [{ label: type.currency, kind: 'unit', rank: RANK.best }];
  const usual = currencyAt(circumstances);
  return currencies().map((label) => ({ label, kind: 'unit', rank: label === usual ? RANK.best : RANK.other }));
}

/** The currency that the workspace, or else an example, has. */
function currencyAt({ settings: { currency } }: Circumstances): string {
  return currency ?? EXAMPLE_CURRENCY;
}

function value(label: string | number): Offer {
  return { label: String(label), kind: 'value', rank: RANK.best };
}
