import type { Suggestion } from '@poise/generator/playing';
import type { Value } from '@poise/runtime';
import { useId, useState } from 'preact/hooks';
import { useActions } from './actions.ts';
import { FactControl } from './fact-control.tsx';
import { useWritten } from './use-written.ts';
import { Words } from './words.tsx';

/** What can be done about an item, as buttons. @param about tells buttons with the same words apart, for those who can't see where they stand */
export function Suggestions({
  suggestions = [],
  about,
}: {
  readonly suggestions?: readonly Suggestion[] | undefined;
  readonly about: string;
}) {
  if (suggestions.length === 0) return null;
  return (
    <div class="suggestions">
      {suggestions.map((suggestion) => (
        <OneSuggestion key={JSON.stringify(suggestion)} suggestion={suggestion} about={about} />
      ))}
    </div>
  );
}

function OneSuggestion({ suggestion, about }: { readonly suggestion: Suggestion; readonly about: string }) {
  const { happen } = useActions();
  switch (suggestion.does) {
    case 'event':
      return (
        <button type="button" class="act" onClick={() => happen(suggestion.event)}>
          <Words text={suggestion.words} />
          <span class="visually-hidden">: {about}</span>
        </button>
      );
    case 'offer':
      return <Offer suggestion={suggestion} about={about} />;
    case 'record':
      return <Note field={suggestion.field} />;
  }
}

/** Makes an offer; where it is worth up to something, one says how much. */
function Offer({
  suggestion: { offer, worth, isOpenWorth },
  about,
}: {
  readonly suggestion: Extract<Suggestion, { does: 'offer' }>;
  readonly about: string;
}) {
  const { happen } = useActions();
  const id = useId();
  const [amount, setAmount] = useState(worth?.amount);
  const written = useWritten();
  const offering = (): void => {
    const isSaid = isOpenWorth && worth !== undefined && amount !== undefined;
    happen({ type: 'agentOffers', offer, ...(isSaid && { worth: { amount, currency: worth.currency } }) });
  };
  return (
    <span class="offer">
      {isOpenWorth && worth && (
        <label for={id} class="amount">
          <span class="visually-hidden">How much of {about}, in </span>
          <input
            id={id}
            type="number"
            min={0}
            step="any"
            {...written(String(amount ?? ''), (text) => setAmount(text === '' ? undefined : Number(text)))}
          />
          <span class="unit">{worth.currency}</span>
        </label>
      )}
      <button type="button" class="act" onClick={offering}>
        Offer it<span class="visually-hidden">: {about}</span>
      </button>
    </span>
  );
}

/** Notes down what a field is. */
export function Note({ field }: { readonly field: string }) {
  const { happen, fact: find } = useActions();
  const fact = find(field);
  const [value, setValue] = useState<Value>(fact?.value ?? null);
  if (!fact) return null;
  const note = (event: SubmitEvent): void => {
    event.preventDefault();
    if (value !== null) happen({ type: 'agentRecords', field, value });
  };
  return (
    <form class="note" onSubmit={note}>
      <FactControl fact={fact} value={value} onChange={setValue} />
      <button type="submit" class="act" disabled={value === null}>
        Note it<span class="visually-hidden">: {field}</span>
      </button>
    </form>
  );
}
