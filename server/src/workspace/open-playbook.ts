import type { ServiceRegistry, TextDocumentProvider, URI } from 'langium';

/** Whether the editor has a playbook or a library open there, and it says anything that can be read. */
export function isOpenPlaybook(uri: URI, open: TextDocumentProvider, languages: ServiceRegistry): boolean {
  if (!isAddress(uri) || isFolder(uri)) return false;
  return typeof open.get(uri)?.getText() === 'string' && languages.hasServices(uri);
}

/** Whether there can be anything at an address at all: half a character can't be written in one. */
export function isAddress(uri: URI): boolean {
  try {
    return uri.toString() !== '';
  } catch {
    return false;
  }
}

/** What nobody can have open, whatever is said. */
export function isFolder(uri: URI): boolean {
  return uri.path.endsWith('/');
}
