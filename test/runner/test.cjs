// `npm test`. Parses on old Nodes, to tell them that they are.
require('./bootstrap.cjs')('test.mjs');
