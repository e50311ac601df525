/** The two reports that we make, without the module that looks for a report by its name: that can't be bundled. */
declare module 'istanbul-reports/lib/html/index.js' {
  import { ReportBase } from 'istanbul-lib-report';
  import type { HtmlOptions } from 'istanbul-reports';

  export default class HtmlReport extends ReportBase {
    constructor(options: Partial<HtmlOptions>);
  }
}

declare module 'istanbul-reports/lib/lcovonly/index.js' {
  import { ReportBase } from 'istanbul-lib-report';
  import type { LcovOnlyOptions } from 'istanbul-reports';

  export default class LcovOnlyReport extends ReportBase {
    constructor(options: Partial<LcovOnlyOptions>);
  }
}
