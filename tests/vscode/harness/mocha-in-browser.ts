/** Mocha as it is built for browsers, in the shape that it has in Node: the bundle for browsers has this in its place. */
import 'mocha/mocha.js';
import type Mocha from 'mocha';

const built: typeof Mocha = Reflect.get(globalThis, 'Mocha');

export default built;
export const { describe, it, before, beforeEach, after, afterEach } = built;
