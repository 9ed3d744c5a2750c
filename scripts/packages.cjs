// For programs that don't install their packages themselves. Nothing here is newer than Node 10 can parse.
var fs = require('fs');
var path = require('path');

/** Ends with what to run where a fresh clone has no packages yet. */
module.exports = function () {
  // npm writes this record of an installation last.
  if (fs.existsSync(path.join(__dirname, '../node_modules/.package-lock.json'))) return;
  console.error(
    'The packages that Two Hats is built with are missing. Run `npm install` once, then try again.',
  );
  process.exit(1);
};
