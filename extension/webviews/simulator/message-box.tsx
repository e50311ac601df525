import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

interface Properties {
  readonly label: string;
  /** What the button says. */
  readonly action: string;
  readonly text: string;
  readonly isOff: boolean;
  readonly onText: (text: string) => void;
  readonly onSend: () => void;
  /** Goes between the words and the button. */
  readonly children?: ComponentChildren;
}

/** A box for words. Enter sends them, with Shift it begins a new line. */
export function MessageBox({ label, action, text, isOff, onText, onSend, children }: Properties) {
  const id = useId();
  const isEmpty = text.trim() === '';
  const send = (): void => {
    if (!isEmpty) onSend();
  };
  return (
    <form
      class="message"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <label for={id}>{label}</label>
      <div class="words-and-button">
        <textarea
          id={id}
          rows={2}
          value={text}
          disabled={isOff}
          onInput={({ currentTarget }) => onText(currentTarget.value)}
          onKeyDown={(event) => {
            // Enter also ends the writing of a Japanese word, say.
            if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
            event.preventDefault();
            send();
          }}
        />
        <button type="submit" class="send" disabled={isOff || isEmpty}>
          {action}
        </button>
      </div>
      {children}
    </form>
  );
}
