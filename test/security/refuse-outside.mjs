import { appendFileSync } from 'node:fs';
import dgram from 'node:dgram';
import dns from 'node:dns';
import { syncBuiltinESMExports } from 'node:module';
import net from 'node:net';
import { setImmediate } from 'node:timers';

/**
 * Loaded before a program and each of its threads (plain JavaScript, for a thread loads it before anything that reads
 * TypeScript): nothing leaves this machine, and every outside address asked for is written, one a line, to the file
 * named by OUTSIDE_RECORD. Sockets, datagrams and names are all that Node offers to reach another machine.
 */
const RECORD = process.env['OUTSIDE_RECORD'] ?? '';
const LOOPBACK = /^(localhost|127(\.\d+){3}|\[?::1\]?|\[?::ffff:127(\.\d+){3}\]?|0\.0\.0\.0|::|)$/i;

function refuse(address) {
  appendFileSync(RECORD, `${address}\n`);
  return Object.assign(new Error(`outside address refused: ${address}`), { code: 'ECONNREFUSED' });
}

/** Puts before a method what may refuse its call. */
function guard(methods, name, mayGoOn) {
  const original = methods[name];
  methods[name] = function (...args) {
    return mayGoOn(this, args) ? original.apply(this, args) : this;
  };
}

/** `connect(options)`, `connect(port, host)`, `connect(path)`, or the array Node makes of them. */
function hostOf(args) {
  const [first, second] = Array.isArray(args[0]) ? args[0] : args;
  if (typeof first === 'object' && first !== null) return String(first.host ?? '');
  return typeof second === 'string' ? second : '';
}

guard(net.Socket.prototype, 'connect', (socket, args) => {
  const host = hostOf(args);
  if (LOOPBACK.test(host)) return true;
  const error = refuse(host);
  // As late as a real refusal comes, so that whoever asked is listening.
  setImmediate(() => socket.destroy(error));
  return false;
});

/** `send(message, …, port, host, callback)` and `connect(port, host)`. */
for (const method of ['send', 'connect']) {
  guard(dgram.Socket.prototype, method, (_socket, args) => {
    const host = args.slice(1).find((argument) => typeof argument === 'string') ?? '';
    if (LOOPBACK.test(host)) return true;
    throw refuse(host);
  });
}

const ASKING_NAMES = Object.keys(dns).filter((name) => /^(lookup|resolve|reverse)/.test(name));
for (const name of ASKING_NAMES) {
  guard(dns, name, (_dns, args) => {
    if (LOOPBACK.test(String(args[0]))) return true;
    args.at(-1)(refuse(String(args[0])));
    return false;
  });
}
for (const name of ASKING_NAMES.filter((known) => known in dns.promises)) {
  const original = dns.promises[name];
  dns.promises[name] = async (...args) => {
    if (!LOOPBACK.test(String(args[0]))) throw refuse(String(args[0]));
    return original.apply(dns.promises, args);
  };
}

// What `import { lookup } from 'node:dns'` gives follows.
syncBuiltinESMExports();
