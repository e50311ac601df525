// Apart from `poise.js`, because an old Node can't read `import()`.
'use strict';

import('../dist/poise.mjs');
