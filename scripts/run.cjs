// `node scripts/run.cjs PROGRAM ARGUMENTS`: runs a program of the repository, or says what must be installed first.
require('./packages.cjs')();
require('./bootstrap.cjs')(process.argv.splice(2, 1)[0]);
