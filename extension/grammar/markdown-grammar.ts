import { captures, type Grammar } from './textmate.ts';

/** Colours ` ```playbook ` blocks in Markdown files: it adds to the grammar that VS Code has for these. */
export const MARKDOWN_GRAMMAR: Grammar = {
  scopeName: 'markdown.playbook.codeblock',
  name: 'Playbook in Markdown',
  injectionSelector: 'L:text.html.markdown',
  patterns: [
    {
      begin: '(^|\\G)(\\s*)(`{3,}|~{3,})\\s*(playbook)(\\s+[^`~]*)?$',
      end: '(^|\\G)(\\2|\\s{0,3})(\\3)\\s*$',
      name: 'markup.fenced_code.block.markdown',
      beginCaptures: captures(
        ...[undefined, undefined, 'punctuation.definition.markdown'],
        ...['fenced_code.block.language.markdown', 'fenced_code.block.language.attributes.markdown'],
      ),
      endCaptures: captures(undefined, undefined, 'punctuation.definition.markdown'),
      patterns: [
        {
          begin: '(^|\\G)(\\s*)(.*)',
          while: '(^|\\G)(?!\\s*(`{3,}|~{3,})\\s*$)',
          contentName: 'meta.embedded.block.playbook',
          patterns: [{ include: 'source.playbook' }],
        },
      ],
    },
  ],
};
