import type { Simulation } from '@poise/generator/playing';
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';

interface Properties {
  readonly playbook: Simulation['playbook'];
  readonly count: number;
  readonly takenBack: number;
  readonly onGoTo: (count: number) => void;
  readonly onRestart: () => void;
  readonly onSave: (title: string) => void;
}

/** Which playbook is tried out, and what can be done with the conversation as a whole. */
export function Heading({ playbook, count, takenBack, onGoTo, onRestart, onSave }: Properties) {
  const [isSaving, setSaving] = useState(false);
  return (
    <header>
      <div class="title">
        <h1>{playbook.title}</h1>
        <p class="muted">
          <code>{playbook.id}</code> {playbook.version}
        </p>
      </div>
      <div class="tools">
        <button type="button" class="act" disabled={count === 0} onClick={() => onGoTo(count - 1)}>
          Step back
        </button>
        <button type="button" class="act" disabled={takenBack === 0} onClick={() => onGoTo(count + 1)}>
          Step forward
        </button>
        <button type="button" class="act" disabled={count === 0} onClick={onRestart}>
          Start again
        </button>
        <button
          type="button"
          class="act"
          disabled={count === 0}
          aria-expanded={isSaving}
          onClick={() => setSaving(!isSaving)}
        >
          Save as a scenario…
        </button>
      </div>
      {isSaving && (
        <SaveForm
          onSave={(title) => {
            setSaving(false);
            onSave(title);
          }}
          onCancel={() => setSaving(false)}
        />
      )}
    </header>
  );
}

function SaveForm({ onSave, onCancel }: { readonly onSave: (title: string) => void; readonly onCancel: () => void }) {
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [title, setTitle] = useState('');
  useLayoutEffect(() => field.current?.focus(), []);
  return (
    <form
      class="save"
      onSubmit={(event) => {
        event.preventDefault();
        if (title.trim() !== '') onSave(title.trim());
      }}
      onKeyDown={({ key }) => {
        if (key === 'Escape') onCancel();
      }}
    >
      <label for={id}>What does this scenario show?</label>
      <input
        ref={field}
        id={id}
        type="text"
        value={title}
        onInput={({ currentTarget }) => setTitle(currentTarget.value)}
      />
      <button type="submit" class="send" disabled={title.trim() === ''}>
        Save
      </button>
      <button type="button" class="act" onClick={onCancel}>
        Cancel
      </button>
    </form>
  );
}
