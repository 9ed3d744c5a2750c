// `npm start`. Parses on old Nodes, to tell them that they are.
require('./bootstrap.cjs')('scripts/start.mjs');
