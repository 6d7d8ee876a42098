import { CORPUS } from '../security/attaques/corpus.ts';
import { openPalierGround, openWideGround, type Ground } from '../security/attaques/grounds.ts';
import { startAttackedGateway, type Attacked } from '../security/attaques/attacked-gateway.ts';

/** `npm run bench:attacks`: what each attack of the corpus does to a gateway. */
const only = process.argv
  .find((arg) => arg.startsWith('--only='))
  ?.slice(7)
  .split(',');
const wide = !process.argv.includes('--palier');
const palier = !process.argv.includes('--wide');
const MODES = [
  { name: 'limites', env: { PALIER_LIMITS: '1' } },
  { name: 'sans', env: { PALIER_PLANNING_TIMEOUT_MS: '2000' } },
].filter(({ name }) => !process.argv.includes(`--no-${name}`));
const grounds: Ground[] = [];
if (wide) grounds.push(await openWideGround());
if (palier) grounds.push(await openPalierGround({ kind: 'memory' }));
for (const ground of grounds) {
  for (const mode of MODES) {
    const gateway = await startAttackedGateway({ ...ground, env: mode.env });
    for (const attack of CORPUS) {
      if (only && !only.includes(attack.name)) continue;
      const request = attack.write(ground.terrain);
      const done: Attacked = await gateway
        .send(request)
        .catch((e) => ({ said: String(e.cause ?? e) }) as unknown as Attacked);
      console.log(
        [
          ground.name,
          mode.name,
          attack.name.padEnd(34),
          Buffer.byteLength(request.query),
          done.status,
          done.longestTurnMs?.toFixed(0),
          done.longestDelayMs?.toFixed(0),
          done.cpuMs?.toFixed(0),
          done.memoryMiB?.toFixed(0),
          done.durationMs?.toFixed(0),
          done.answerBytes,
          done.said,
        ].join('\t'),
      );
    }
    await gateway.stop();
  }
  await ground.close();
}
process.exit(0);
