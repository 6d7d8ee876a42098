import type { Releve } from '../tables/releve.ts';
import type { LigneLue } from './ligne-lue.ts';

/** Holds the rows of a file together: none twice, ages that make their total, both sexes that make theirs, and years that are whole. */
export function checkSums(lignes: readonly LigneLue[], territoires: number, releve: Releve): void {
  const known = new Map<string, LigneLue>();
  for (const ligne of lignes) {
    checkAges(ligne, releve);
    const key = keyOf(ligne, ligne.sexe);
    const first = known.get(key);
    if (first === undefined) known.set(key, ligne);
    else refuseTwice(ligne, first, releve);
  }
  for (const ligne of known.values()) if (ligne.sexe === 'TOTAL') checkSexes(ligne, known, releve);
  remarkPartialYears(known.values(), territoires, releve);
}

const keyOf = ({ territoire, annee }: LigneLue, sexe: LigneLue['sexe']): string =>
  `${territoire}:${annee}:${sexe}`;

function checkAges({ ligne, nombre, ages }: LigneLue, releve: Releve): void {
  const sum = ages.reduce((whole, one) => whole + one, 0);
  if (sum !== nombre)
    releve.refuse({
      ligne,
      colonne: 'Tous les âges',
      code: 'TOTAL_FAUX',
      lue: nombre,
      attendu: `${sum}, la somme des âges de la ligne`,
      remede: 'Corrigez le total, ou l’âge qui le fausse.',
    });
}

function refuseTwice({ ligne, territoire, annee, sexe }: LigneLue, first: LigneLue, releve: Releve): void {
  releve.refuse({
    ligne,
    code: 'LIGNE_REPETEE',
    lue: `${territoire}, ${annee}, ${sexe}`,
    attendu: 'une seule ligne par territoire, année et sexe',
    remede: `Retirez cette ligne ou la ligne ${first.ligne}.`,
  });
}

/** A file may give the total alone. */
function checkSexes(total: LigneLue, known: ReadonlyMap<string, LigneLue>, releve: Releve): void {
  const women = known.get(keyOf(total, 'FEMININ'));
  const men = known.get(keyOf(total, 'MASCULIN'));
  if (women === undefined || men === undefined) return;
  const age = total.ages.findIndex(
    (nombre, index) => nombre !== (women.ages[index] ?? 0) + (men.ages[index] ?? 0),
  );
  if (age === -1) return;
  releve.refuse({
    ligne: total.ligne,
    colonne: age === 0 ? 'Moins un an' : `${age}`,
    code: 'TOTAL_FAUX',
    lue: total.ages[age],
    attendu: `${(women.ages[age] ?? 0) + (men.ages[age] ?? 0)}, la somme des deux sexes (lignes ${women.ligne} et ${men.ligne})`,
    remede: 'Corrigez le total, ou le sexe qui le fausse.',
  });
}

function remarkPartialYears(lignes: Iterable<LigneLue>, territoires: number, releve: Releve): void {
  const given = new Map<number, Map<LigneLue['sexe'], number>>();
  for (const { annee, sexe } of lignes) {
    const counts = given.get(annee) ?? new Map<LigneLue['sexe'], number>();
    given.set(annee, counts.set(sexe, (counts.get(sexe) ?? 0) + 1));
  }
  for (const [annee, found] of [...given].sort(([one], [other]) => one - other)) {
    const counts = new Map(expectedSexes(found).map((sexe) => [sexe, found.get(sexe) ?? 0]));
    const fewest = Math.min(...counts.values());
    if (fewest === territoires) continue;
    const isAlike = [...counts.values()].every((count) => count === fewest);
    const said = isAlike
      ? `${fewest} territoires sur ${territoires}`
      : `sur ${territoires} territoires, ${[...counts].map(([sexe, count]) => `${count} (${sexe})`).join(', ')}`;
    releve.remark({
      colonne: 'Année',
      code: 'ANNEE_INCOMPLETE',
      lue: annee,
      compris: `${said} ; les autres gardent ce qui en est connu`,
    });
  }
}

/** A file may give the total alone; one sex is not given without the other, nor without the total. */
const expectedSexes = (found: ReadonlyMap<LigneLue['sexe'], number>): LigneLue['sexe'][] =>
  found.has('FEMININ') || found.has('MASCULIN') ? ['TOTAL', 'FEMININ', 'MASCULIN'] : ['TOTAL'];
