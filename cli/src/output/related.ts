/** The path in the workspace of a document that the language knows by its URI, `playbook:///path`. */
export function relatedPath(uri: string): string {
  return decodeURIComponent(new URL(uri).pathname.slice(1));
}
