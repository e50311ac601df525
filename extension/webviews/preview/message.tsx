/** What a finding says: words of the language stand between backticks there. */
export function Message({ text }: { readonly text: string }) {
  return (
    <>
      {text
        .split('`')
        .map((words, index) => (index % 2 === 1 ? <code key={`${index} ${words}`}>{words}</code> : words))}
    </>
  );
}
