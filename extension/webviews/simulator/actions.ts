import type { SettableFact, UntimedEvent } from '@poise/generator/playing';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';

/** What the parts of the simulator can do. */
export interface Actions {
  happen(event: UntimedEvent): void;
  goTo(count: number): void;
  reveal(place: { readonly file: string; readonly line: number; readonly column: number }): void;
  /** A field or signal, by its name. */
  fact(id: string): SettableFact | undefined;
}

export const ActionsContext = createContext<Actions>({
  happen: () => undefined,
  goTo: () => undefined,
  reveal: () => undefined,
  fact: () => undefined,
});

export function useActions(): Actions {
  return useContext(ActionsContext);
}
