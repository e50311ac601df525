import type { LocalTime, Simulation } from '@poise/generator/playing';
import { useId, useState } from 'preact/hooks';
import { useActions } from './actions.ts';
import { useWritten } from './use-written.ts';
import { capitalised } from './words.tsx';

const STEPS = [
  { words: '5 minutes', seconds: 300 },
  { words: '1 hour', seconds: 3600 },
  { words: '1 day', seconds: 86_400 },
] as const;

const UNITS = { minutes: 60, hours: 3600, days: 86_400 } as const;
type Unit = keyof typeof UNITS;

interface Properties {
  readonly simulation: Simulation;
  readonly onBegin: (opening: LocalTime) => void;
}

/** What time it is, and time that passes. Nothing in a conversation that is tried out happens by a clock. */
export function Time({ simulation: { time, opening, nextDue, timeline }, onBegin }: Properties) {
  const { happen } = useActions();
  const pass = (seconds: number): void => {
    if (seconds > 0) happen({ type: 'timePasses', seconds });
  };
  return (
    <section class="time-row" aria-label="Time">
      {timeline.length === 0 ? (
        <Begins opening={opening} onBegin={onBegin} />
      ) : (
        <p class="now">
          <span class="visually-hidden">It is </span>
          {capitalised(time)}
        </p>
      )}
      <div class="suggestions">
        <span class="muted">Let pass</span>
        {STEPS.map(({ words, seconds }) => (
          <button key={words} type="button" class="act" onClick={() => pass(seconds)}>
            {words}
          </button>
        ))}
        <OwnTime onPass={pass} />
        {nextDue && (
          <button type="button" class="act" onClick={() => pass(nextDue.seconds)}>
            To the next thing due, {nextDue.words}
          </button>
        )}
      </div>
    </section>
  );
}

function OwnTime({ onPass }: { readonly onPass: (seconds: number) => void }) {
  const id = useId();
  const [count, setCount] = useState(10);
  const [unit, setUnit] = useState<Unit>('minutes');
  const written = useWritten();
  return (
    <form
      class="own-time"
      onSubmit={(event) => {
        event.preventDefault();
        onPass(Math.round(count) * UNITS[unit]);
      }}
    >
      <label for={id} class="visually-hidden">
        How much time
      </label>
      <input id={id} type="number" min={1} step={1} {...written(String(count), (text) => setCount(Number(text)))} />
      <select
        aria-label="Unit of time"
        value={unit}
        onChange={({ currentTarget }) => setUnit(unitOf(currentTarget.value))}
      >
        {Object.keys(UNITS).map((name) => (
          <option key={name}>{name}</option>
        ))}
      </select>
      <button type="submit" class="act">
        Pass<span class="visually-hidden"> this time</span>
      </button>
    </form>
  );
}

function unitOf(name: string): Unit {
  return name === 'hours' || name === 'days' ? name : 'minutes';
}

/** When the conversation begins, on the clock of the playbook's teams. */
function Begins({ opening, onBegin }: { readonly opening: LocalTime; readonly onBegin: (opening: LocalTime) => void }) {
  const id = useId();
  return (
    <p class="begins">
      <label for={id}>Begins</label>
      <input
        id={id}
        type="datetime-local"
        value={opening.replace(' ', 'T')}
        onChange={({ currentTarget: { value } }) => {
          // A date that is only half typed is none.
          if (/^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(value)) onBegin(value.replace('T', ' '));
        }}
      />
    </p>
  );
}
