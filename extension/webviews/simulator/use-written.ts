import { useState } from 'preact/hooks';

interface Writing {
  readonly value: string;
  onInput(event: { readonly currentTarget: HTMLInputElement }): void;
  onBlur(): void;
}

/**
 * For a field in which one writes: as long as somebody does, what stands there is theirs. A number or a date isn't one with each key, and of what is half
 * written, such as `2.`, the browser says that it is empty.
 *
 * @returns what the field has, from what stands in it unless somebody is writing, and who is told of each key
 */
export function useWritten(): (shown: string, onText: (text: string) => void) => Writing {
  const [written, setWritten] = useState<string>();
  return (shown, onText) => ({
    value: written ?? shown,
    onInput: ({ currentTarget: { value } }) => {
      setWritten(value);
      onText(value);
    },
    onBlur: () => setWritten(undefined),
  });
}
