import type { SettableFact, Simulation } from '@poise/generator/playing';
import type { Value } from '@poise/runtime';
import { useState } from 'preact/hooks';
import { useActions } from './actions.ts';
import { FactControl } from './fact-control.tsx';
import { MessageBox } from './message-box.tsx';
import { Suggestions } from './suggestions.tsx';

/** The customer's side: what they say, what they answer to offers, and what the tools report with it. */
export function Customer({ simulation: { facts, answers, state } }: { readonly simulation: Simulation }) {
  const { happen } = useActions();
  const [message, setMessage] = useState('');
  const [changed, setChanged] = useState<Readonly<Record<string, Value>>>({});
  const signals = facts.filter(({ kind }) => kind === 'signal');
  const isChanged = Object.keys(changed).length > 0;
  const send = (): void => {
    happen({ type: 'customerSays', text: message, ...(isChanged && { reports: changed }) });
    setMessage('');
    setChanged({});
  };
  const report = (): void => {
    happen({ type: 'reports', values: changed });
    setChanged({});
  };
  const change = ({ id, value: before }: SettableFact, value: Value): void => {
    const { [id]: _, ...others } = changed;
    setChanged(value === null || value === before ? others : { ...others, [id]: value });
  };
  const control = (fact: SettableFact) => (
    <li key={fact.id} class={fact.id in changed ? 'signal changed' : 'signal'}>
      <FactControl fact={fact} value={changed[fact.id] ?? fact.value} onChange={(value) => change(fact, value)} />
    </li>
  );
  return (
    <section class="customer-side" aria-label="As the customer">
      <Suggestions suggestions={answers} about="the customer answers" />
      <MessageBox
        label="What the customer says"
        action="Send"
        text={message}
        isOff={state === 'closed'}
        onText={setMessage}
        onSend={send}
      />
      {signals.length > 0 && (
        <details class="signals" open>
          <summary>
            What the tools report <span class="count">{isChanged ? 'goes with the next message' : ''}</span>
          </summary>
          <ul>{signals.filter(({ isOwn }) => isOwn).map(control)}</ul>
          {signals.some(({ isOwn }) => !isOwn) && (
            <details>
              <summary>What other playbooks ask about</summary>
              <ul>{signals.filter(({ isOwn }) => !isOwn).map(control)}</ul>
            </details>
          )}
          <button type="button" class="act" disabled={!isChanged} onClick={report}>
            Report this without a message
          </button>
        </details>
      )}
    </section>
  );
}
