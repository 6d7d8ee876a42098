import { readFileSync, writeFileSync } from 'node:fs';
import { OperationsFault } from '@palier/gateway/generations/registered-operations';
import { sayFaultsAndExit } from './say-faults.ts';
import { UntypedOperations, typeOperations } from './typed-operations.ts';

const USAGE = 'Usage : npm run client:types -- <dossier de fichiers .graphql> <module.ts à écrire>';

/** `npm run client:types -- <folder> <module.ts>`: types the operations of a program of one's own, acts included. */
const [folder, file, ...rest] = process.argv.slice(2);
if (folder === undefined || file === undefined || !file.endsWith('.ts') || rest.length > 0)
  sayFaultsAndExit([USAGE]);
try {
  const supergraph = readFileSync(new URL('../supergraph.graphql', import.meta.url), 'utf8');
  const module = await typeOperations(supergraph, folder, { from: '@palier/client', asks: 'BY_TEXT' });
  writeFileSync(file, module);
} catch (error) {
  if (error instanceof UntypedOperations) sayFaultsAndExit(error.faults);
  if (error instanceof OperationsFault) sayFaultsAndExit([error.message]);
  throw error;
}
