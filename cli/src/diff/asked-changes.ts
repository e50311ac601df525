import { CHANGE_CLASSES, RULE_KINDS } from '@poise/analysis/diff';
import { listed, plain, quoted } from '@poise/generator/words';
import { wrongUse } from '../exit-codes.ts';

const CLASSES = CHANGE_CLASSES.filter((one) => one !== 'same');

/** Reads the classes of `--fail-on`. @throws CommandStop where one isn't known */
export function changesIn(list: string): readonly string[] {
  const known = new Set(CLASSES.flatMap((one) => [one, ...RULE_KINDS.map((kind) => `${one} ${kind}`)]));
  const asked = list.split(',').map((one) => one.trim());
  const unknown = asked.find((one) => !known.has(one));
  if (unknown === undefined) return asked;
  const classes = listed(CLASSES.map(quoted), 'or');
  const advice = `a change is ${classes}, alone or with what it is about: ${quoted('loosened boundary')}`;
  throw wrongUse(`${quoted(plain(unknown))} is no class of changes: ${advice}`);
}
