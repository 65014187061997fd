// The one door to every task of this workspace. Node built-ins only, so that it works on a fresh clone.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Glasspane needs Node 20.19 or newer; this is ${process.versions.node}. See https://nodejs.org`);
  process.exit(1);
}

// Imported only now: an older Node may not even parse the rest.
const { runTask } = await import('./dev/tasks.mjs');
process.exitCode = await runTask(process.argv[2], process.argv.slice(3));
