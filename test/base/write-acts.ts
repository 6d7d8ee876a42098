import type { DatabaseLocation } from '@palier/runtime/database';
import { openKeyFolder } from '@palier/runtime/journal/journal-keys';
import { verifyLevelJournal } from '@palier/runtime/level/verify-level-journal';
import { openForTest, someoneOf } from '@palier/runtime/testing';
import { santeQuebec } from '@palier/sante-quebec';

/**
 * A program that acts until it is killed. It first tells what it finds, then several writers act at once, each telling the act
 * that was just acknowledged, on a line of its own. Each begins by the last that it was told of, asked again.
 */
const [, , place = '{}', keysFolder = '', begins = '{}'] = process.argv;
const keys = openKeyFolder(keysFolder);

const tell = (line: object): void => void process.stdout.write(`${JSON.stringify(line)}\n`);

const PUBLIER = `mutation ($cle: ID!, $exercice: ID!) {
  publierCanevas(cle: $cle, exercice: $exercice, indicateurs: ["I-A-P5"]) { acte { numero recu { empreinte } } } }`;

// The ministry, as the graph would say it: the exigence that the canevas asks has an object.
const graph = () => Promise.resolve({ e0: { statut: 'FIXE' } });
const level = await openForTest(
  santeQuebec,
  { demonstration: 'ABSENTE' },
  JSON.parse(place) as DatabaseLocation,
  { keys, graph },
);

const { fautes } = await verifyLevelJournal(level.database.kysely, santeQuebec, keys.publics());
const actes = await level.rows(
  'select auteur, cle, numero, empreinte from sante_quebec.journal order by numero',
);
// Each of these acts makes one canevas, which names it.
const halves = await level.rows(`select coalesce(acte.numero::text, canevas.code) as half
  from sante_quebec.journal as acte full join sante_quebec.canevas on
    substring(canevas.provenance ->> 'note' from '^acte (\\d+) \\(publierCanevas\\), inscrit le ')::bigint = acte.numero
  where acte.numero is null or canevas.code is null`);
const [point] = await level.rows<{ taille: number | null }>(
  'select max(taille) as taille from sante_quebec.journal_point',
);
tell({ actes, halves, fautes, taille: point?.taille ?? 0 });

async function write(auteur: string, from: number): Promise<void> {
  const author = someoneOf('SANTE_QUEBEC', { subject: auteur });
  // An exercice each: nobody makes the version of another out of date.
  const year = 2000 + 10 * (auteur.charCodeAt(0) - 96) + Number(auteur.at(-1));
  const exercice = `${year}-${year + 1}`;
  for (let count = Math.max(1, from); ; count += 1) {
    const cle = `acte-${count}`;
    const { publierCanevas } = await level.data<{
      publierCanevas: { acte: { numero: number; recu: { empreinte: string } } };
    }>(PUBLIER, { cle, exercice }, author);
    const { numero, recu } = publierCanevas.acte;
    tell({ auteur, count, cle, numero, empreinte: recu.empreinte });
  }
}

await Promise.all(
  Object.entries(JSON.parse(begins) as Record<string, number>).map(([auteur, from]) => write(auteur, from)),
);
