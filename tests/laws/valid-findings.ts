import type { Compilation } from '@poise/generator';
import { catalogue, type Finding } from '@poise/language';
import { validateIndex, validatePlaybook } from '@poise/runtime';

type Range = Finding['range'];

/** What is wrong with what a compilation gave, whatever it was given: a sentence for each, none if all is well. */
export function problemsOf({ findings, outputs, sources }: Compilation): string[] {
  const inText = (file: string, { start, end }: Range): boolean => {
    const lines = sources.get(file)?.split(/\r\n|\r|\n/) ?? [''];
    const isPlace = (place: Range['start']) =>
      place.line >= 0 && place.character >= 0 && place.character <= (lines[place.line]?.length ?? -1);
    const inOrder = start.line < end.line || (start.line === end.line && start.character <= end.character);
    return isPlace(start) && isPlace(end) && inOrder;
  };
  const misplaced = findings.flatMap(({ file, range, related, code }) => {
    const places = [
      { file, range },
      ...related.map((place) => ({ file: place.uri.replace(/^playbook:\/+/, ''), range: place.range })),
    ];
    return places
      .filter((place) => !inText(decodeURI(place.file), place.range))
      .map(({ range }) => `${code} is at ${JSON.stringify(range)}`);
  });
  const unknown = findings
    .filter(({ code }) => !Object.hasOwn(catalogue, code))
    .map(({ code }) => `${code} is no code`);
  const unworded = findings
    .filter(({ message }) => /undefined|NaN|\[object|^$/.test(message))
    .map(({ message }) => `says: ${message}`);
  const isBroken = findings.some(({ severity }) => severity === 'error');
  const withheld = isBroken === outputs.length > 0 ? [`${outputs.length} outputs, errors: ${isBroken}`] : [];
  const invalid = outputs
    .filter(({ name, text }) => !(name === 'index.json' ? validateIndex : validatePlaybook)(JSON.parse(text)))
    .map(({ name }) => `${name} is not what its schema says`);
  return [...misplaced, ...unknown, ...unworded, ...withheld, ...invalid];
}
