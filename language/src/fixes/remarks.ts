import { CstUtils, type LeafCstNode } from 'langium';
import { code } from '../findings/words.ts';
import type { FixContext, Fixer } from './fix.ts';
import { without } from './lines.ts';
import { beginningOf } from './needless.ts';
import { placeOf } from './written.ts';

/** Makes ordinary remarks of `///` lines that describe nothing. */
export const writePlainRemark: Fixer<unknown> = (context) => {
  const { document } = context;
  const { start } = placeOf(context);
  const text = document.textDocument.getText();
  const standsAlone = /(?:^|[\r\n])[^\S\r\n]*$/.test(text.slice(0, start));
  const lines = standsAlone ? NOTE_LINES : NOTE;
  const changes = Array.from(
    lines.exec(text.slice(start))?.[0].matchAll(/^\s*(?=\/\/\/)/gm) ?? [],
    ({ index, 0: { length } }) => {
      const at = start + index + length;
      return { document, start: at, end: at + 3, text: '//' };
    },
  );
  return [{ title: `Write ${code('//')}, as an ordinary remark`, changes }];
};

const NOTE = /^\/\/\/[^\r\n]*/;
/** A remark may go on, line by line, with ordinary ones between. */
const NOTE_LINES = /^\/\/[^\r\n]*(?:(?:\r\n|\r|\n)[^\S\r\n]*\/\/[^\r\n]*)*/;

/** Takes out an `allow` remark that can't hold. */
export const leaveOutAllowRemark: Fixer<unknown> = (context) => {
  const remark = remarkAt(context);
  if (!remark) return [];
  return [{ title: 'Remove this remark', changes: [without(context.document, remark.offset, remark.end)] }];
};

/** Puts an `allow` remark where it holds: above the part that it stands in. Where nothing follows it, it goes. */
export const moveAllowRemark: Fixer<{ readonly problem: string }> = (context) => {
  const { document, data } = context;
  const remark = remarkAt(context);
  if (!remark) return [];
  if (data.problem === 'last') return leaveOutAllowRemark(context);
  if (data.problem === 'note')
    return [
      {
        title: `Write ${code('// allow')}`,
        changes: [{ document, start: remark.offset, end: remark.offset + 3, text: '//' }],
      },
    ];
  const member = document.parseResult.value.members.findLast((one) => (one.$cstNode?.offset ?? 0) < remark.offset);
  if (!member) return [];
  const at = beginningOf(document, member);
  return [
    {
      title: 'Move this remark above the part it stands in',
      changes: [
        { document, start: at, end: at, text: `${remark.text}\n` },
        without(document, remark.offset, remark.end),
      ],
    },
  ];
};

function remarkAt({ document, found }: FixContext<unknown>): LeafCstNode | undefined {
  const root = document.parseResult.value.$cstNode;
  const offset = document.textDocument.offsetAt(found.range.start);
  return root && CstUtils.findLeafNodeAtOffset(root, offset);
}
