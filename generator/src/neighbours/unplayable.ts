import { finding, headingOf, type PlaybookLanguage, playbooksNamedIn, rangeOf } from '@poise/language';
import { AstUtils } from 'langium';
import type { FileFinding } from '../compilation.ts';
import { type Cast, unsoundFor } from '../scenarios/scenario-documents.ts';

/** The neighbours with errors that keep scenarios from being played, each said once: where its name stands, else at the heading of whose scenarios need it. */
export function unplayable(cast: Cast, { playbook: services }: PlaybookLanguage): FileFinding[] {
  return [...unsoundFor(cast)].flatMap(([{ id, path }, source]) => {
    const named = playbooksNamedIn(AstUtils.getDocument(source.file), services).find(({ name }) => name === id);
    const heading = headingOf(source.file);
    const place = named?.place ?? (heading && { node: heading, property: 'name' });
    if (!place) return [];
    const text = finding('unsound-playbook', { name: id, file: path });
    return [{ ...text, range: rangeOf(place), related: [], file: source.path }];
  });
}
