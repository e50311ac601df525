/** A text by its lines, which end as editors and the language count them: at CR LF, LF or CR. */
export class Lines {
  private readonly text: string;
  private readonly starts: readonly number[];

  constructor(text: string) {
    this.text = text;
    this.starts = [0, ...Array.from(text.matchAll(/\r\n|\n|\r/g), (end) => end.index + end[0].length)];
  }

  /** One line without its end; `''` below the last one. Lines count from 0. */
  at(line: number): string {
    const start = this.starts[line];
    if (start === undefined) return '';
    return this.text.slice(start, this.starts[line + 1]).replace(/[\r\n]+$/, '');
  }
}
