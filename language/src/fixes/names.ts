import { UriUtils } from 'langium';
import { code } from '../findings/words.ts';
import type { Fixer } from './fix.ts';
import { withUse } from './lines.ts';
import { declareIt } from './missing-declarations.ts';
import { write, writeWhatWasMeant } from './written.ts';

interface UnknownName {
  readonly kind: string;
  readonly name: string;
  readonly suggestion?: string | undefined;
  readonly file?: string | undefined;
  readonly words?: string | undefined;
}

/** Uses the file that has the name; else writes the one that was most likely meant, puts quotes round what may be words, or declares it here. */
export const findTheName: Fixer<UnknownName> = (context) => {
  const { file, words } = context.data;
  if (file === undefined) {
    const quoted = words === undefined ? [] : [write(context, words)];
    return [...writeWhatWasMeant(context), ...quoted, ...declareIt(context)];
  }
  return [{ title: `Add ${code(`use "${file}"`)}`, changes: [withUse(context.document, file)] }];
};

/** Writes the whole name of a file that there is. */
export const writeTheFile: Fixer<{ readonly suggestion?: string | undefined }> = (context) => {
  const folder = UriUtils.dirname(context.document.uri);
  const isThere = context.workspace
    .documents()
    .some(({ uri }) => UriUtils.equals(uri, UriUtils.resolvePath(folder, context.data.suggestion ?? '')));
  return isThere ? writeWhatWasMeant(context) : [];
};
