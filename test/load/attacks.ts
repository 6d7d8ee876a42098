import { CORPUS, isPromised } from '../security/attacks/corpus.ts';
import { fuzz } from '../security/attacks/fuzz.ts';
import {
  openPalierGround,
  openWholeGround,
  openWideGround,
  type Ground,
} from '../security/attacks/grounds.ts';
import { startAttackedGateway, type AttackedGateway } from '../security/attacks/attacked-gateway.ts';
import type { AttackRequest } from '../security/attacks/attack.ts';
import { renderHostileAnswers } from './hostile-answers.ts';
import { renderAttack, writeSummary, renderSummary, type MeasuredAttack } from './attack-report.ts';

/**
 * `npm run bench:attacks`: what each attack of the corpus, and questions at random, do to a gateway in a process of its
 * own, with the limits of an open network and without any, on Palier's graph, on a wide one, and on the whole of Palier.
 * Everything is measured the first time it is asked. Then what a level does to it by its answers. It fails when a turn of
 * the loop was longer than promised. `--graphs=whole,wide` keeps some graphs, `--only=a,b` some attacks, `--fuzz=500` asks
 * as many at random, `--seed=7` others, `--write` puts the summary in docs/security.md.
 */
const PROMISED_MS = 50;
const MODES = [
  { name: 'limits', env: { PALIER_LIMITS: '1' } },
  { name: 'none', env: { PALIER_LIMITS: '0', PALIER_PLANNING_TIMEOUT_MS: '2000' } },
] as const;
const GROUNDS: Readonly<Record<string, () => Promise<Ground>>> = {
  palier: () => openPalierGround({ kind: 'memory' }),
  wide: openWideGround,
  whole: openWholeGround,
};

const valueOf = (name: string): string | undefined =>
  process.argv.find((argument) => argument.startsWith(`--${name}=`))?.slice(name.length + 3);
const graphs = valueOf('graphs')?.split(',') ?? Object.keys(GROUNDS);
const only = valueOf('only')?.split(',');
const fuzzed = Number(valueOf('fuzz') ?? 300);
const seed = Number(valueOf('seed') ?? 20_261_122);

const measured: MeasuredAttack[] = [];
for (const [name, open] of Object.entries(GROUNDS).filter(([name]) => graphs.includes(name))) {
  const ground = await open();
  for (const { name: limits, env } of MODES) await attack(name, limits, ground, env);
  await ground.close();
}
console.log(`\n${renderSummary(measured)}`);
console.log(`\n${await renderHostileAnswers()}`);
if (process.argv.includes('--write')) writeSummary(measured);
const broken = measured.filter(({ promised, longestTurnMs }) => promised && longestTurnMs > PROMISED_MS);
for (const one of broken) console.error(`Longer than ${PROMISED_MS} ms: ${renderAttack(one)}`);
process.exitCode = broken.length === 0 ? 0 : 1;

async function attack(
  graph: string,
  limits: string,
  ground: Ground,
  env: Readonly<Record<string, string>>,
): Promise<void> {
  const gateway = await startAttackedGateway({ ...ground, env: { ...ground.env, ...env } });
  const measure = (kind: string, name: string, promised: boolean, request: AttackRequest): Promise<void> =>
    measureOne(gateway, { graph, limits, kind, name, promised, bytes: bytesOf(request) }, request);
  for (const { name: kind, attacks } of [...CORPUS, ...(ground.classes ?? [])]) {
    for (const one of attacks.filter(({ name }) => only?.includes(name) ?? true))
      await measure(kind, one.name, isPromised(one), one.write(ground.terrain));
  }
  const questions = fuzz(seed, ground.terrain.schema);
  for (let rank = 0; rank < fuzzed && !only; rank += 1)
    await measure('at random', `${seed}.${rank}`, true, questions.next().value as AttackRequest);
  await gateway.stop();
}

async function measureOne(
  gateway: AttackedGateway,
  about: Omit<MeasuredAttack, keyof Awaited<ReturnType<AttackedGateway['send']>>>,
  request: AttackRequest,
): Promise<void> {
  const one = { ...about, ...(await gateway.send(request)) };
  measured.push(one);
  console.log(renderAttack(one));
}

function bytesOf({ query, variables, variablesText }: AttackRequest): number {
  const text = variablesText ?? (variables === undefined ? '' : JSON.stringify(variables));
  return Buffer.byteLength(query) + text.length;
}
