import { comparePlaybooks } from '@poise/analysis/diff';
import {
  approversOf,
  type ComparedSide,
  compareSides,
  comparisonMarkdown,
  PRESENT,
  whyNothing,
} from '@poise/generator/comparing';
import { interruptAndCheck, URI, UriUtils } from 'langium';
import { EarlierVersion } from '../comparing/earlier-version.ts';
import { PresentVersion } from '../comparing/present-version.ts';
import { ComparedSources } from '../comparing/sources.ts';
import { COMPARE, type CompareAnswer, type CompareParams } from '../protocol/compare.ts';
import { untilAllChecked } from '../workspace/all-checked.ts';
import { answer } from './answer.ts';
import type { ServerParts } from './index.ts';

type Playbook = ComparedSide['playbooks'][number];
type Changes = ReturnType<typeof comparePlaybooks>;

/** Answers what has become of the playbooks since an earlier version. What takes long is done bit by bit: others who ask something come in between. */
export function answerComparisons(parts: ServerParts): void {
  const { connection, playbook, configuration } = parts;
  const sources = new ComparedSources(parts);
  const earlier = new EarlierVersion(sources, configuration);
  const present = new PresentVersion(sources, parts);
  const known = new WeakMap<Playbook, { readonly was: Playbook; readonly changes: Changes }>();

  const compare = (was: Playbook, is: Playbook): Changes => {
    const last = known.get(is);
    if (last?.was === was) return last.changes;
    const changes = comparePlaybooks(was, is);
    known.set(is, { was, changes });
    return changes;
  };

  answer(connection, COMPARE, async (params: CompareParams, token): Promise<CompareAnswer> => {
    await untilAllChecked(parts, token);
    const { name } = params;
    const [linkToPresent, linkToEarlier] = [linksTo('/', '', params), linksTo('', params.earlierEnding ?? '', params)];
    const was = await earlier.side(
      { name, revision: name, pathOf: (file) => file, linkTo: linkToEarlier },
      params,
      playbook.settings.today ?? '',
      token,
    );
    await untilAllChecked(parts, token);
    const is = present.side({ name: PRESENT, pathOf: (file) => file, linkTo: linkToPresent });
    const sides = [was, is] as const;
    const nothing = whyNothing(sides);
    if (nothing !== undefined) return { markdown: `${nothing}\n` };
    for (const one of is.playbooks) {
      await interruptAndCheck(token);
      const other = was.playbooks.find(({ id }) => id === one.id);
      if (other && !was.broken) compare(other, one);
    }
    const judging = { failOn: [], approvedBy: [], approvers: approversOf(sides) };
    return { markdown: comparisonMarkdown(compareSides(sides, judging, compare), true) };
  });

  /** @param prefix what links begin with @param ending what their paths end with */
  function linksTo(prefix: string, ending: string, { linksFrom }: CompareParams): NonNullable<ComparedSide['linkTo']> {
    if (linksFrom === undefined) return () => undefined;
    const from = configuration.pathOf(URI.parse(linksFrom));
    return ({ file, line, column }) => {
      const path = UriUtils.relative(fileUri(from), fileUri(file));
      // Round brackets would end a link.
      const written = encodeURI(`${path}${ending}`).replace(/[()?#]/g, (one) => `%${one.charCodeAt(0).toString(16)}`);
      return from.startsWith('..') || path.startsWith('..') ? undefined : `${prefix}${written}#L${line},${column}`;
    };
  }
}

function fileUri(path: string): URI {
  return URI.from({ scheme: 'file', path: `/${path}` });
}
