import { fileURLToPath } from 'node:url';
import { renderTable, writeBetweenMarks } from '../markdown.ts';
import { startAttackedGateway } from '../security/attacks/attacked-gateway.ts';
import { openPalierGround, openWholeGround, type Ground } from '../security/attacks/grounds.ts';
import { SMALL_PROCESS } from '../security/attacks/small-process.ts';
import { FLOODS } from '../security/floods.ts';

const PAGE = fileURLToPath(new URL('../../docs/cache.md', import.meta.url));
const QUESTIONS = 3_000;
/** The least that PALIER_MEMORY_BYTES may be. */
const NEXT_TO_NOTHING = { PALIER_MEMORY_BYTES: '8388608' };

const openAlone = (): Promise<Ground> => openPalierGround({ kind: 'memory' });
const PROGRAMS = [
  { name: 'gateway alone', open: openAlone, settings: {} },
  { name: 'gateway alone, small process', open: openAlone, settings: SMALL_PROCESS },
  { name: 'the whole of Palier', open: openWholeGround, settings: {} },
  { name: 'the whole of Palier, small process', open: openWholeGround, settings: SMALL_PROCESS },
] as const;

interface Settings {
  readonly nodeOptions?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

/** Resident memory before and after questions that are all different, with what is kept of them and next to without. */
export async function renderMemory(): Promise<string> {
  const rows: string[][] = [];
  for (const { name, open, settings } of PROGRAMS) {
    const kept = await measure(open, settings);
    const { env } = settings as Settings;
    const forgotten = await measure(open, { ...settings, env: { ...env, ...NEXT_TO_NOTHING } });
    rows.push([name, mib(kept.started), mib(kept.after), mib(kept.most), mib(forgotten.after)]);
    console.log(rows.at(-1)?.join('  '));
  }
  const asked = `after ${QUESTIONS} questions`;
  return renderTable([['resident memory', 'started', asked, 'the most', `${asked}, 8 MiB kept`], ...rows], 1);
}

export const writeMemory = (table: string): void => writeBetweenMarks(PAGE, 'memory', table);

const mib = (figure: number): string => `${figure.toFixed(0)} MiB`;

async function measure(
  open: () => Promise<Ground>,
  { nodeOptions = [], env = {} }: Settings,
): Promise<{ readonly started: number; readonly after: number; readonly most: number }> {
  const ground = await open();
  const gateway = await startAttackedGateway({ ...ground, nodeOptions, env: { ...ground.env, ...env } });
  const { memoryMiB: started } = await gateway.send({ query: '{ __typename }' });
  let after = started;
  for (let rank = 0; rank < QUESTIONS; rank += 1) {
    const [, write] = FLOODS[rank % FLOODS.length]!;
    after = (await gateway.send(write(rank))).memoryMiB;
  }
  const most = await gateway.mostMemory();
  await gateway.stop();
  await ground.close();
  return { started, after, most };
}
