// Nothing here may need what is not installed yet: a fresh clone is tested by this one command.
const [major, minor] = process.versions.node.split('.').map(Number);

if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Samsyn needs Node 20.19 or newer, and this is ${process.versions.node}: install a newer one and start again.`);
  process.exitCode = 1;
} else {
  import('./check/check.mjs').then(({ check }) => check(process.argv.slice(2), process.env));
}
