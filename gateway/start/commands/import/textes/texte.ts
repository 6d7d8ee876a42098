import { msss } from '@palier/msss';
import { type TexteOutcome, type TextMeasure, importTexte } from '@palier/msss/import-texte';
import { StartupError } from '@palier/runtime/errors';
import type { ImportCommand } from '../import-command.ts';
import { type FileText, readText } from './read-text.ts';

/** The lines of the text of a document, so that each citation can show its own. */
export const texte: ImportCommand = {
  usage: 'texte DOCUMENT FICHIER',
  summary:
    'Garde les lignes du texte d’un document (« 004 »), texte ou PDF, si ce sont celles que les citations comptent',
  async run({ args, essai, write, say }) {
    const [document, path, ...more] = args;
    if (document === undefined || path === undefined || more.length > 0)
      throw new StartupError(
        'Le code d’un document et un fichier sont attendus : « npm run import -- texte 004 004.txt ».',
      );
    const file = await readText(path);
    const outcome = await write(msss, (transaction) => importTexte(transaction, document, file.text));
    say(sayOutcome(document, path, file, outcome));
    if (essai && isImported(outcome)) say('Essai : rien n’a été gardé.');
    return isImported(outcome) ? 0 : 1;
  },
};

const isImported = ({ etat }: TexteOutcome): boolean =>
  ['IMPORTE', 'REMPLACE', 'DEJA_IMPORTE'].includes(etat);

function sayOutcome(document: string, path: string, file: FileText, outcome: TexteOutcome): string {
  if (outcome.etat === 'DOCUMENT_INCONNU')
    return `« ${document} » n’est pas un document cité. Ceux qui le sont : ${outcome.connus.join(', ')}. Rien n’a été importé.`;
  if (outcome.etat === 'AUTRE_TEXTE') return sayOther(document, path, file, outcome);
  const { attendu, coupe } = outcome;
  const cut =
    coupe === 'CELLE_DES_CITATIONS'
      ? ` Les mots de ${path} sont ceux du texte cité, coupés en d’autres lignes : ils sont remis dans celles que comptent les citations, et l’empreinte le prouve.`
      : '';
  return {
    IMPORTE: `Texte du document ${document} importé : ${sayMeasure(attendu)}.${cut}`,
    REMPLACE: `Texte du document ${document} importé à la place du précédent : ${sayMeasure(attendu)}.${cut}`,
    DEJA_IMPORTE: `Le texte du document ${document} était déjà importé, et n’a pas changé : ${sayMeasure(attendu)}.`,
  }[outcome.etat];
}

function sayOther(
  document: string,
  path: string,
  { pages }: FileText,
  { attendu, recu, ligne }: Extract<TexteOutcome, { etat: 'AUTRE_TEXTE' }>,
): string {
  const what = pages === undefined ? path : `${path} (PDF de ${pages} page${pages > 1 ? 's' : ''})`;
  const first =
    ligne === undefined
      ? 'Chaque ligne a le nombre de mots attendu : des mots ont changé.'
      : `La première ligne qui n’a pas le nombre de mots attendu est L${ligne}.`;
  const advice =
    pages === undefined
      ? 'Importez le texte dont les citations comptent les lignes, sans le modifier ; docs/importer.md dit ce qui peut différer.'
      : 'Un PDF ne donne les lignes des citations que si tous ses mots y sont, dans le même ordre ; importez plutôt le texte extrait. docs/importer.md dit pourquoi.';
  return [
    `${what} n’est pas le texte du document ${document} que les citations comptent. Rien n’a été importé.`,
    `attendu : ${sayMeasure(attendu)}`,
    `reçu : ${sayMeasure(recu)}`,
    first,
    advice,
  ].join('\n');
}

const sayMeasure = ({ lignes, mots, empreinte }: TextMeasure): string =>
  `${lignes} lignes, ${mots} mots, empreinte ${empreinte}`;
