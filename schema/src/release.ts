import { buildContract, SUPERGRAPH_FILE } from './committed-schema.ts';
import { compareApis, printPublicApi, readReleased, sayChange, writeReleased } from './released.ts';

/** `npm run schema:release`: what clients are promised becomes what the code says, each difference told. */
const api = printPublicApi(buildContract().get(SUPERGRAPH_FILE) ?? '');
const changes = await compareApis(readReleased(), api);
for (const change of changes) process.stdout.write(`${sayChange(change)}\n`);
writeReleased(api);
process.stdout.write(`schema/released/api.graphql : ${changes.length} différences publiées.\n`);
