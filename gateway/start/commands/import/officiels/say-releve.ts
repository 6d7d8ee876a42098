import { count } from '@palier/fichiers/count';
import type { FauteOfficielle, Releve, RemarqueOfficielle } from '@palier/officiels/releve';

/** Findings told one by one; past it they are counted. */
const MOST_SAID = 200;
/** Remarks of one kind told one by one. */
const MOST_EXAMPLES = 20;

/** What was found in a file: all its faults, each with its line and how to mend it, then what was understood otherwise. */
export function sayReleve(path: string, { fautes, remarques }: Releve): string {
  const lines: string[] = [];
  if (fautes.total > 0) {
    const counted = Object.entries(fautes.parCode).map(([code, total]) => `${code} ${total}`);
    lines.push(`${path} : ${count(fautes.total, 'faute')} (${counted.join(', ')}). Rien n’a été importé.`);
    lines.push(...fautes.told.slice(0, MOST_SAID).map(sayFaute));
    if (fautes.total > MOST_SAID) lines.push(`  … et ${count(fautes.total - MOST_SAID, 'autre')}.`);
  } else lines.push(`${path} : aucune faute.`);
  for (const [code, total] of Object.entries(remarques.parCode)) {
    const examples = remarques.told.filter((one) => one.code === code).slice(0, MOST_EXAMPLES);
    lines.push(...examples.map(sayRemarque));
    if (total > examples.length)
      lines.push(`  remarque ${code} : ${count(total - examples.length, 'autre')} fois.`);
  }
  return lines.join('\n');
}

const placeOf = ({ ligne, colonne }: FauteOfficielle | RemarqueOfficielle): string =>
  [ligne === null ? 'fichier' : `ligne ${ligne}`, ...(colonne === null ? [] : [`« ${colonne} »`])].join(', ');

const sayFaute = (faute: FauteOfficielle): string =>
  `  ${placeOf(faute)} : ${faute.code} ; lu : ${faute.lue === null ? 'rien' : `« ${faute.lue} »`} ; attendu : ${faute.attendu}. ${faute.remede}`;

const sayRemarque = (remarque: RemarqueOfficielle): string =>
  `  ${placeOf(remarque)} : ${remarque.code}${remarque.lue === null ? '' : ` ; lu : « ${remarque.lue} »`} ; compris : ${remarque.compris}.`;
