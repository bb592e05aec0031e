import 'reflect-metadata';
import { Database } from '../../dist/core/database.js';
import { readSettings } from '../../dist/core/settings.js';
import { History } from '../../dist/writing/history.js';
import { Size } from '../../dist/writing/size.js';

// A process of its own, with --expose-gc: how long a text takes to be read, and what it weighs while it is open.
const [, , databaseUrl, framingId] = process.argv;
const database = new Database({ ...readSettings({}).settings, databaseUrl });
const history = new History(database);
const open = async () => {
  const from = performance.now();
  const { document } = await history.load(framingId);
  new Size(document);
  return { document, ms: performance.now() - from };
};
const times = [];
const cpu = process.cpuUsage();
for (let time = 0; time < 9; time += 1) {
  const { document, ms } = await open();
  times.push(ms);
  document.destroy();
}
const spent = process.cpuUsage(cpu);
globalThis.gc();
const before = process.memoryUsage().heapUsed;
const { document } = await open();
globalThis.gc();
const heap = process.memoryUsage().heapUsed - before;
times.sort((one, other) => one - other);
console.log(JSON.stringify({ loads: { ms: times[4], cpu: (spent.user + spent.system) / 9_000 }, heap, structs: [...document.store.clients.values()].reduce((sum, list) => sum + list.length, 0), words: document.getXmlFragment('text').toString().length }));
await database.onModuleDestroy();
