import { join } from 'node:path';
import { createStage, type Played } from '@poise/generator/playing';
import { plain } from '@poise/generator/words';
import { sha256 } from '../cache/digest.ts';
import { couldNotFinish } from '../exit-codes.ts';
import { fileHost } from '../workspace/file-host.ts';
import { type Place, shownPath } from '../workspace/root.ts';
import { reasonOf } from '../workspace/system-errors.ts';
import { rewriteFile } from '../writing/rewrite-file.ts';

/** Where a scenario is to go. */
interface Target {
  readonly entry: string;
  readonly place: Place;
  readonly today: string;
}

/**
 * Writes a scenario to the end of its playbook's file, as that is now. Before that the whole text that is to be written is compiled and the scenario played:
 * if anything is wrong, nothing is written, and the result says what.
 *
 * @throws CommandStop if the file can't be written; it is as it was then
 */
export async function recordScenario(scenario: string, { entry, place, today }: Target): Promise<Played> {
  const played = await createStage(entry, fileHost(place.root), { today, digest: sha256 }).play(scenario);
  if (played.kind === 'played' && !played.run.failure) {
    try {
      rewriteFile(join(place.root, entry), played.text);
    } catch (error) {
      throw couldNotFinish(
        `\`${plain(shownPath(place, entry))}\` can't be written: ${reasonOf(error)}. It is as it was`,
      );
    }
  }
  return played;
}
