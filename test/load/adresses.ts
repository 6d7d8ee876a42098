import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { collectSooner } from '@palier/start/collect-sooner';
import { openLongConnection } from '../adresses/long-connection.ts';
import { renderTable } from '../markdown.ts';

/**
 * `npx tsx test/load/adresses.ts [lines]`: a long list through each format, each in a process of its own, which
 * collects as the programs of Palier do: what it takes, the graph and its one level in memory included. The reader is in the process, and keeps nothing.
 */
const FORMATS = ['json', 'csv', 'sdmx.csv', 'xlsx', 'parquet', 'metadata.json'];
const COLUMNS = 10;
const MIB = 1_048_576;

const [format] = process.argv.slice(2).filter((argument) => FORMATS.includes(argument));
const length = Number(process.argv.slice(2).find((argument) => /^\d+$/.test(argument)) ?? 200_000);
if (format === undefined) console.log(measureAll());
else console.log(JSON.stringify(await measure(format)));

interface Measured {
  readonly bytes: number;
  readonly cpuMs: number;
  readonly peakMiB: number;
  readonly restMiB: number;
}

async function measure(ending: string): Promise<Measured> {
  collectSooner();
  const { url, close } = await openLongConnection(length, { cache: { bytes: 0, share: false } });
  await (await fetch(`${url}/q/valeurs.csv?first=10`)).text();
  const restMiB = process.memoryUsage().rss / MIB;
  const before = process.cpuUsage();
  const response = await fetch(`${url}/q/valeurs.${ending}`, { headers: { 'accept-encoding': 'identity' } });
  let bytes = 0;
  for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) bytes += chunk.length;
  const { user, system } = process.cpuUsage(before);
  await close();
  return { bytes, cpuMs: (user + system) / 1_000, peakMiB: readPeakMiB(), restMiB };
}

/** Of this program alone: what Node counts begins, on Linux, by what its parent held when it started it. */
function readPeakMiB(): number {
  const status = existsSync('/proc/self/status') ? readFileSync('/proc/self/status', 'utf8') : '';
  const [, kilobytes = process.resourceUsage().maxRSS] = /^VmHWM:\s+(\d+) kB/m.exec(status) ?? [];
  return Number(kilobytes) / 1_024;
}

function measureAll(): string {
  const rows = FORMATS.map((ending) => {
    const script = fileURLToPath(import.meta.url);
    const out = execFileSync(process.execPath, ['--import', 'tsx', script, ending, String(length)], {
      encoding: 'utf8',
    });
    const { bytes, cpuMs, peakMiB, restMiB } = JSON.parse(out.trim().split('\n').at(-1)!) as Measured;
    return [
      `.${ending}`,
      `${(bytes / MIB).toFixed(1)} MiB`,
      `${(cpuMs / 1_000).toFixed(1)} s`,
      `${restMiB.toFixed(0)} MiB`,
      `${peakMiB.toFixed(0)} MiB`,
    ];
  });
  const header = ['format', 'file', 'CPU', 'memory before', 'peak'];
  return `${length} lines, ${length * COLUMNS} values\n\n${renderTable([header, ...rows], 1)}`;
}
