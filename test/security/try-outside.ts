import dgram from 'node:dgram';
import { lookup } from 'node:dns/promises';
import { connect } from 'node:net';
import { Worker } from 'node:worker_threads';

/** Knocks at outside addresses in every way a program has; they belong to nobody (RFC 5737, RFC 2606). */
await fetch('http://192.0.2.1/').catch(() => undefined);
await fetch('https://telemetrie.invalid/').catch(() => undefined);
await lookup('nom.invalid').catch(() => undefined);
await new Promise((resolve) => connect(80, '198.51.100.1').once('error', resolve));
try {
  dgram.createSocket('udp4').send('x', 53, '203.0.113.1');
} catch {
  // Refused, as it must be.
}
const worker = new Worker(new URL('try-outside-thread.mjs', import.meta.url));
await new Promise((resolve) => worker.once('exit', resolve));
process.exit(0);
