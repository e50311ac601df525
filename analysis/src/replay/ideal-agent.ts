import type { Guidance, Type } from '@poise/runtime';
import type { FactValue } from '@poise/runtime/rules';
import type { Player } from './player.ts';

/** A reply, or a message, in which nothing is found. */
export const MUMBLE = 'Mm.';

/** The words that the guidance shows, as one reply; nothing where it shows none that can be said. */
export function replyShown({ lines }: Guidance): string | undefined {
  const texts = lines.flatMap((line) => {
    const [words] = line.kind === 'say' ? line.words : line.kind === 'ask' && line.words ? [line.words] : [];
    return words ? [words.text] : [];
  });
  return texts.length > 0 ? texts.join(' ') : undefined;
}

/**
 * An agent who does everything that is shown: asks and writes down what is answered, does what is to be done, makes every offer that is open, and at last says
 * every line, until the conversation moves on.
 *
 * @param answers what the customer answers, by field; anything plain where nothing is said
 */
export function doWhatIsShown(player: Player, answers: ReadonlyMap<string, FactValue>): void {
  const { moves } = player;
  const before = moves.length;
  const { lines, offers } = player.guidance;
  const reply = replyShown(player.guidance);
  const deeds = lines.flatMap((line): (() => void)[] => {
    switch (line.kind) {
      case 'ask':
        return [() => player.do({ type: 'agentAsks', field: line.field }), () => record(line.field, player, answers)];
      case 'record':
        return line.open.map((field) => () => record(field, player, answers));
      case 'do': {
        const { action } = line;
        return action === undefined ? [] : [() => player.do({ type: 'agentDoes', action })];
      }
      default:
        return [];
    }
  });
  for (const { offer, open } of offers) if (open) deeds.push(() => player.do({ type: 'agentOffers', offer }));
  deeds.push(() => player.reply(reply ?? MUMBLE));
  for (const deed of deeds) {
    if (moves.length > before) return;
    deed();
  }
}

function record(field: string, player: Player, answers: ReadonlyMap<string, FactValue>): void {
  const fact = player.document.facts.find(({ id }) => id === field);
  if (fact?.kind !== 'field') return;
  const value = answers.get(field) ?? plainValue(fact.type);
  player.do({ type: 'agentRecords', field, value });
}

/** A value of a type, as plain as can be. */
function plainValue(type: Type): boolean | number | string {
  switch (type.type) {
    case 'flag':
      return true;
    case 'choice':
      return type.choices[0];
    case 'date':
      return 20260106;
    case 'text':
      return 'something';
    default:
      return ('min' in type ? type.min : undefined) ?? 1;
  }
}
