/** Folders of text files that `cli/build.ts` puts into the command: from a file's path in the folder to its text. */
declare module 'bundled:docs/diagnostics' {
  const files: Readonly<Record<string, string>>;
  export default files;
}

declare module 'bundled:cli/templates/starter' {
  const files: Readonly<Record<string, string>>;
  export default files;
}
