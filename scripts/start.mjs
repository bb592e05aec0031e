// Nothing here may need a newer Node than the one it refuses, nor anything that is not installed yet.
const [major, minor] = process.versions.node.split('.').map(Number);

if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Samsyn needs Node 20.19 or newer, and this is ${process.versions.node}: install a newer one from your system or nodejs.org, and start again.`);
  process.exitCode = 1;
} else {
  import('./start/up.mjs').then(({ up }) => up(process.env));
}
