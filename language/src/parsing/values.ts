import { type CstNode, DefaultValueConverter, type GrammarAST, type ValueType } from 'langium';

/** Strings keep their quotes (a text's escapes and placeholders are read where their places matter); numbers lose their commas. */
export class PlaybookValueConverter extends DefaultValueConverter {
  protected override runConverter(rule: GrammarAST.AbstractRule, input: string, cstNode: CstNode): ValueType {
    if (rule.name === 'NUMBER') return Number(input.replaceAll(',', ''));
    if (rule.name === 'STRING' || rule.name === 'ID') return input;
    return super.runConverter(rule, input, cstNode);
  }
}
