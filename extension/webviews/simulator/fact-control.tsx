import type { SettableFact } from '@poise/generator/playing';
import type { Type, Value } from '@poise/runtime';
import { useId } from 'preact/hooks';
import { useWritten } from './use-written.ts';

interface Properties {
  readonly fact: SettableFact;
  /** What it would become: `null` is nothing yet. */
  readonly value: Value;
  readonly onChange: (value: Value) => void;
}

/** So many choices can be seen side by side. */
const MOST_BUTTONS = 4;

/** A control that fits a fact's type. */
export function FactControl({ fact, value, onChange }: Properties) {
  const id = useId();
  const { type } = fact;
  const control = { id, value, onChange, isOff: fact.isFixed };
  if (type.type === 'flag') return <Choices fact={fact} {...control} choices={YES_NO} />;
  if (type.type === 'choice' && type.choices.length <= MOST_BUTTONS) {
    return (
      <Choices
        fact={fact}
        {...control}
        choices={type.choices.map((choice) => ({ value: choice, words: spaced(choice) }))}
      />
    );
  }
  return (
    <div class="fact">
      <label for={id}>
        <FactLabel fact={fact} />
      </label>
      <div class="control">
        <Input type={type} {...control} />
      </div>
    </div>
  );
}

/** What a fact is, and its name; whether rules wait for it. */
function FactLabel({ fact: { id, title, waiting, isFixed } }: Pick<Properties, 'fact'>) {
  return (
    <>
      <span class="fact-title">{title?.replace(/\.$/, '') ?? spaced(id)}</span> <code class="name">{id}</code>
      {waiting > 0 && (
        <span class="waiting"> {waiting === 1 ? '1 rule waits for this' : `${waiting} rules wait for this`}</span>
      )}
      {isFixed && <span class="fixed"> stays as it is</span>}
    </>
  );
}

interface Control {
  readonly id: string;
  readonly value: Value;
  readonly isOff: boolean;
  readonly onChange: (value: Value) => void;
}

const YES_NO = [
  { value: true, words: 'yes' },
  { value: false, words: 'no' },
] as const;

interface Choice {
  readonly value: Value;
  readonly words: string;
}

function Choices({
  fact,
  id,
  value,
  choices,
  isOff,
  onChange,
}: Control & Pick<Properties, 'fact'> & { readonly choices: readonly Choice[] }) {
  return (
    <fieldset class="fact" disabled={isOff}>
      <legend>
        <FactLabel fact={fact} />
      </legend>
      <div class="control choices">
        {choices.map((choice) => (
          <label key={choice.words} class="choice">
            <input type="radio" name={id} checked={value === choice.value} onChange={() => onChange(choice.value)} />
            <span>{choice.words}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function Input({ type, id, value, isOff, onChange }: Control & { readonly type: Type }) {
  const written = useWritten();
  switch (type.type) {
    case 'choice':
      return (
        <select
          id={id}
          disabled={isOff}
          value={typeof value === 'string' ? value : ''}
          onChange={({ currentTarget }) => onChange(currentTarget.value || null)}
        >
          <option value="">not known</option>
          {type.choices.map((choice) => (
            <option key={choice} value={choice}>
              {spaced(choice)}
            </option>
          ))}
        </select>
      );
    case 'range': {
      const { min, max } = type;
      return (
        <>
          <span class="bound">{min}</span>
          <input
            id={id}
            type="range"
            min={min}
            max={max}
            step={max - min > 2 ? 1 : 0.1}
            value={typeof value === 'number' ? value : min}
            disabled={isOff}
            aria-valuetext={typeof value === 'number' ? String(value) : 'not known'}
            class={value === null ? 'unset' : undefined}
            // A slider that is clicked where it stands doesn't change.
            onClick={({ currentTarget }) => onChange(currentTarget.valueAsNumber)}
            onInput={({ currentTarget }) => onChange(currentTarget.valueAsNumber)}
          />
          <span class="bound">{max}</span>
          <output for={id}>{typeof value === 'number' ? value : '–'}</output>
        </>
      );
    }
    case 'date':
      return (
        <input
          id={id}
          type="date"
          disabled={isOff}
          {...written(typeof value === 'number' ? dashed(value) : '', (text) =>
            onChange(Number(text.replaceAll('-', '')) || null),
          )}
        />
      );
    case 'text':
      return (
        <input
          id={id}
          type="text"
          disabled={isOff}
          {...written(typeof value === 'string' ? value : '', (text) => onChange(text || null))}
        />
      );
    default:
      return <NumberInput type={type} id={id} value={value} isOff={isOff} onChange={onChange} />;
  }
}

function NumberInput({ type, id, value, isOff, onChange }: Control & { readonly type: Type }) {
  const written = useWritten();
  const decimals = type.type === 'money' ? type.decimals : type.type === 'count' ? 0 : undefined;
  return (
    <>
      <input
        id={id}
        type="number"
        inputMode="decimal"
        disabled={isOff}
        min={'min' in type && type.min !== undefined ? type.min : type.type === 'number' ? undefined : 0}
        max={'max' in type ? type.max : undefined}
        step={decimals === undefined ? 'any' : 10 ** -decimals}
        {...written(typeof value === 'number' ? String(value) : '', (text) =>
          onChange(text === '' ? null : Number(text)),
        )}
      />
      <span class="unit">{type.type === 'money' ? type.currency : type.type === 'duration' ? type.unit : ''}</span>
    </>
  );
}

function spaced(name: string): string {
  return name.replaceAll('_', ' ');
}

/** `20261128` as `2026-11-28`. */
function dashed(date: number): string {
  return String(date).replace(/^(\d{4})(\d\d)(\d\d)$/, '$1-$2-$3');
}
