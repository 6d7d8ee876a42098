import { toKeysFolder } from '@palier/runtime/environment';
import { StartupError } from '@palier/runtime/errors';
import {
  checkReceipt,
  findReceipts,
  type FoundReceipt,
  type ReceiptCheck,
} from '@palier/runtime/journal/check-receipts';
import { JOURNAL_ORIGINS } from '@palier/runtime/journal/checkpoint';
import { readPublicKeys } from '@palier/runtime/journal/journal-keys';
import type { CodePalier } from '@palier/runtime/paliers';
import { readJson } from './commands/read-json.ts';
import { defineProof } from './commands/define-proof.ts';
import { type Terminal, writeLines } from './commands/run-command.ts';

/** `npm run verifier -- recu.json`: checks receipts with the public keys alone, without server or database. */
const sayHelp = (keysFolder: string): string => `Usage : npm run verifier -- FICHIER [--cles DOSSIER]

Vérifie un reçu, ou tous ceux d’une réponse du graphe, avec les seules clés publiques des paliers.

  FICHIER          un reçu { niveau numero empreinte racine preuve signature }, ou la réponse JSON qui en contient
  --cles DOSSIER   où sont les clés publiques, fichiers « *.pub » (${keysFolder})
  --aide           cette page

Avec « feuille » et « contenu », l’acte qui entoure le reçu est vérifié aussi.
Code de sortie : 0 si tout tient, 1 sinon, 2 si l’appel est mauvais ou si rien n’a pu être lu.
`;

export const VERIFIER = defineProof({
  name: 'verifier',
  help: ({ variables }) => sayHelp(toKeysFolder(variables)),
  options: { cles: { type: 'string' } },
  failed: 'La vérification n’a pas pu finir : rien n’est prouvé.',
  denied: 'Rien n’est prouvé.',
  prove: (terminal, [file, ...more], { cles }) => {
    if (file === undefined || more.length > 0)
      throw new StartupError('Un fichier est attendu : « npm run verifier -- --aide » dit comment.');
    return verifyAll(terminal, findReceipts(readJson(file)), cles ?? toKeysFolder(terminal.variables));
  },
});

/** @returns the exit code: 1 as soon as one receipt does not hold */
function verifyAll({ stdout, stderr }: Terminal, found: readonly FoundReceipt[], folder: string): number {
  const keys = readPublicKeys(folder);
  if (found.length === 0) {
    stderr.write('Ce fichier ne contient aucun reçu : rien n’est prouvé.\n');
    return 1;
  }
  const checks = found.map((one) => ({ one, check: checkReceipt(one, keys) }));
  for (const { one, check } of checks) writeLines(stdout, describe(one, check));
  return checks.some(({ check }) => 'fault' in check) ? 1 : 0;
}

/** Lines; what they quote of the file may hold anything. */
function describe({ recu }: FoundReceipt, check: ReceiptCheck): readonly string[] {
  const name = nameOf(recu);
  if ('fault' in check) return [`${name} : le reçu ne tient pas. ${check.fault}`];
  const { size, witnesses, feuille, contenu } = check;
  const origin = JOURNAL_ORIGINS[recu['niveau'] as CodePalier];
  return [
    `${name} : le reçu tient.`,
    `  journal          ${origin}, ${size} acte${size > 1 ? 's' : ''} au point de contrôle`,
    `  signé par        ${origin}`,
    `  contresigné par  ${witnesses.join(', ') || 'personne encore'}`,
    feuille === undefined
      ? '  acte             non vérifié : le fichier n’en donne pas la feuille'
      : `  acte             ${String(feuille['nature'])}, par ${String(feuille['auteur'])}, le ${String(feuille['inscritLe'])} ; contenu ${contenu ? 'conforme' : 'absent du fichier'}`,
  ];
}

/** By its number and its level, where they are what such are. */
function nameOf({ numero, niveau }: FoundReceipt['recu']): string {
  const isNamed = Number.isSafeInteger(numero) && Object.hasOwn(JOURNAL_ORIGINS, niveau as CodePalier);
  return isNamed
    ? `Acte ${String(numero)} du palier ${String(niveau)}`
    : 'Un reçu sans numéro ni palier lisibles';
}
