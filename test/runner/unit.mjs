// @ts-check
// `npm run test:unit [-- test/unit/one.test.ts]`: unit tests, in plain Node.
import { main } from './nodeTests.mjs';

await main('unit', 10_000);
