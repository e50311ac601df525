import type { Why as Reason } from '@poise/generator/playing';
import { useActions } from './actions.ts';
import { Words } from './words.tsx';

interface Properties {
  readonly id: string;
  /** What is said already. */
  readonly text: string;
  readonly why: readonly Reason[];
}

/** What made something so, and the lines of the playbooks that one can go to. */
export function Why({ id, text, why }: Properties) {
  const { reveal } = useActions();
  return (
    <ul id={id} class="why">
      {why.map(({ at, words }) => (
        <li key={`${at.file}:${at.line}:${words}`}>
          {words !== '' && words !== text && (
            <p>
              <Words text={words} />
            </p>
          )}
          <button type="button" class="plain-button place" onClick={() => reveal(at)}>
            {at.file.split('/').at(-1)}, line {at.line}
          </button>
        </li>
      ))}
    </ul>
  );
}
