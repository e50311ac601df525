import type { CardItem } from '@poise/generator/playing';
import { useId, useState } from 'preact/hooks';
import { Suggestions } from './suggestions.tsx';
import { Why } from './why.tsx';
import { Named, Words } from './words.tsx';

interface Properties {
  readonly item: CardItem;
  /** The playbook says so only since it was changed. */
  readonly isNew?: boolean;
  /** Other things have happened since: nothing can be done about it any more. */
  readonly isPast?: boolean;
}

/** Something that the card or the timeline says, with what goes with it. */
export function Item({ item, isNew = false, isPast = false }: Properties) {
  const { label, text, tone, more = [], suggestions, why = [] } = item;
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  return (
    <li class={`item ${tone}`} data-label={label}>
      <span class="label">{LABELS[label] ?? label}</span>
      <div class="body">
        <p class="text">
          <Named text={text} />
          {isNew && <span class="new"> new</span>}
        </p>
        {more.map((one) => (
          <p key={one.text} class={`more ${one.tone}`}>
            <Words text={one.text} />
          </p>
        ))}
        {!isPast && <Suggestions suggestions={suggestions} about={text} />}
        {isOpen && <Why id={id} text={text} why={why} />}
      </div>
      {why.length > 0 && (
        <button
          type="button"
          class="plain-button ask-why"
          aria-expanded={isOpen}
          aria-controls={isOpen ? id : undefined}
          onClick={() => setOpen(!isOpen)}
        >
          why<span class="visually-hidden">: {text}</span>
        </button>
      )}
    </li>
  );
}

/** Where there is room, labels can be words of a sentence. */
const LABELS: Partial<Record<CardItem['label'], string>> = {
  starts: 'begins',
  left: 'leaves',
  handed: 'handed over',
  care: 'for the agent',
  escalates: 'brings in',
  closed: 'not open',
  record: 'note',
  owed: 'still owed',
};

/** The items about something whose words are shown already: that it is held back needn't be said again. */
export function withoutRepeat(items: readonly CardItem[]): readonly CardItem[] {
  return items.filter(({ label }) => label !== 'blocked');
}
