// `npm test`. Parses on old Nodes, to tell them that they are.
require('../../scripts/bootstrap.cjs')('test/runner/test.mjs');
