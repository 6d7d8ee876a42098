import { msss } from '@palier/msss';
import { importTexte } from '@palier/msss/import-texte';
import type { CitationFault } from '@palier/msss/verify-citations';
import { type ImportedTexts, readTexts, verifyLevelCitations } from '@palier/msss/verify-textes';
import { openDatabase } from '@palier/runtime/database';
import { StartupError } from '@palier/runtime/errors';
import { LEVELS } from '../../../house/levels.ts';
import type { ImportCall, ImportCommand } from '../import-command.ts';
import { readText } from './read-text.ts';

/** Words of a fact that are told; the others are counted. */
const MOST_WORDS = 8;

/** Whether the lines cited hold what the facts say. */
export const verifier: ImportCommand = {
  usage: 'verifier [DOCUMENT=FICHIER …]',
  summary:
    'Dit quelles citations nomment des lignes qui ne tiennent pas les mots du fait ; sans base, avec les textes donnés',
  run: (call) => (call.args.length === 0 ? verifyAll(call) : verifyFiles(call)),
};

type Reach = Pick<ImportCall, 'read' | 'say'>;

async function verifyAll({ read, say }: Reach): Promise<number> {
  const texts = await read(msss, readTexts);
  if (texts.indexes.size === 0 && texts.changes.length === 0)
    throw new StartupError(
      'Aucun texte n’est importé : « npm run import -- texte DOCUMENT FICHIER », ou donnez les textes, « npm run import -- verifier 004=004.txt ».',
    );
  sayTexts(texts, say);
  let faults = texts.changes.length;
  for (const level of LEVELS) {
    const report = await read(level, (database) => verifyLevelCitations(database, level.level, texts));
    faults += report.fautes.length;
    const unread = report.sansTexte > 0 ? `, ${report.sansTexte} non vérifiées faute de texte` : '';
    say(
      `${level.name} : ${report.verifiees} citations vérifiées${unread} ; ${sayCount(report.fautes.length)}.`,
    );
    for (const fault of report.fautes) say(`  ${sayFault(fault)}`);
  }
  return faults > 0 ? 1 : 0;
}

function sayTexts({ absents, changes }: ImportedTexts, say: ImportCall['say']): void {
  if (absents.length > 0) say(`Textes qui ne sont pas importés : ${absents.join(', ')}.`);
  for (const document of changes)
    say(
      `Le texte gardé du document ${document} n’est plus celui que les citations comptent : importez-le de nouveau.`,
    );
}

const sayCount = (faults: number): string =>
  faults === 0 ? 'tout tient' : `${faults} faute${faults > 1 ? 's' : ''}`;

function sayFault({ fact, mots, decalage }: CitationFault): string {
  const where = `${fact.nom}, document ${fact.document}, ${fact.lignes}`;
  if (mots.length === 0) return `${where} : ces lignes ne sont pas dans le texte.`;
  const told = mots.slice(0, MOST_WORDS).join(', ');
  const more = mots.length > MOST_WORDS ? ` et ${mots.length - MOST_WORDS} autres mots` : '';
  return `${where} : il y manque ${told}${more}${sayShift(decalage)}.`;
}

function sayShift(shift: number | undefined): string {
  if (shift === undefined) return '';
  return ` ; ${Math.abs(shift)} ligne${Math.abs(shift) > 1 ? 's' : ''} plus ${shift > 0 ? 'bas' : 'haut'} les tiennent`;
}

/** Without any base: what the levels know at birth, in memory, and the texts of these files. */
async function verifyFiles({ args, say }: ImportCall): Promise<number> {
  const files = args.map(parseFile);
  const database = await openDatabase({ kind: 'memory' });
  try {
    for (const level of LEVELS) await level.prepare(database.kysely, { demonstration: 'ABSENTE' });
    for (const { document, path } of files) {
      const { text } = await readText(path);
      const { etat } = await database.kysely
        .transaction()
        .execute((transaction) => importTexte(transaction, document, text));
      if (etat === 'AUTRE_TEXTE' || etat === 'DOCUMENT_INCONNU')
        throw new StartupError(
          `${path} n’est pas le texte du document ${document} que les citations comptent : « npm run import -- texte ${document} ${path} --essai » dit en quoi.`,
        );
    }
    return await verifyAll({ say, read: (_level, use) => use(database.kysely) });
  } finally {
    await database.close();
  }
}

function parseFile(arg: string): { readonly document: string; readonly path: string } {
  const [, document, path] = /^([^=]+)=(.+)$/.exec(arg) ?? [];
  if (document === undefined || path === undefined)
    throw new StartupError(`« ${arg} » n’est pas compris : « 004=004.txt » est attendu, ou rien.`);
  return { document, path };
}
