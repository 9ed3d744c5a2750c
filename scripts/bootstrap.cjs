// Nothing here is newer than Node 10 can parse.
var needed = 20;

/** @param {string} program its path from the repository */
module.exports = function (program) {
  if (parseInt(process.versions.node, 10) < needed) {
    console.error('Two Hats needs Node ' + needed + ' or newer, this is ' + process.versions.node + '.');
    process.exit(1);
  }
  import('../' + program).catch(function (error) {
    console.error(error);
    process.exit(1);
  });
};
