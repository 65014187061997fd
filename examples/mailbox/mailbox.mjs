import { parseArgs } from 'node:util';
import { Messages } from './Messages.mjs';
import { startSmtp } from './smtp.mjs';
import { startWeb } from './web.mjs';

const { values } = parseArgs({
  options: { 'smtp-port': { type: 'string', default: '2525' }, 'http-port': { type: 'string', default: '8025' } },
});

const messages = new Messages();
const ends = [
  await startSmtp(Number(values['smtp-port']), messages),
  await startWeb(Number(values['http-port']), messages),
];
process.stdout.write(
  `The mailbox is at http://127.0.0.1:${values['http-port']} and takes mail on port ${values['smtp-port']}\n`,
);

for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) {
  process.on(signal, () => {
    void Promise.all(ends.map((end) => end())).then(() => process.exit(0));
    // A mail client may hold its connection open.
    setTimeout(() => process.exit(0), 1000).unref();
  });
}
