/** What a writer does next, of what it may: it follows from what it has done, and from what is drawn. */
export interface Plan {
  /** In whose name it acts; nothing for Santé Québec. */
  readonly etablissement?: string;
  /** @param draw a number from 0 to 1, by what it is drawn for */
  next(draw: (what: string) => number): { readonly nature: string; readonly contenu: object };
}

const pick = <Value>(values: readonly Value[], drawn: number): Value =>
  values[Math.floor(drawn * values.length)]!;

/** Versions of a canevas, and campagnes opened on them. An exercice a writer: nobody makes the version of another out of date. */
export function planSanteQuebec(rank: number): Plan {
  const exercice = `${2_000 + rank}-${2_001 + rank}`;
  let [version, campagnes] = [0, 0];
  const publish = () => {
    version += 1;
    const contenu = { exercice, version, indicateurs: ['I-A-P5'], exigences: ['A-P5:AAOR'] };
    return { nature: 'publierCanevas', contenu };
  };
  const openCampagne = () => {
    campagnes += 1;
    const dates = { echeanceRecommandee: null, echeance: null, cloture: null };
    const named = { code: `${exercice}-${campagnes}`, nom: `Essai ${campagnes}`, exercice };
    return {
      nature: 'ouvrirCampagne',
      contenu: { ...named, canevas: `${exercice}-V${version}`, periodes: [], ...dates },
    };
  };
  return {
    next: (draw) => pick(version === 0 ? [publish] : [publish, openCampagne, openCampagne], draw('nature'))(),
  };
}

const CAMPAGNE = '2026-2027';
const PERIODES = ['2026-2027-P01', '2026-2027-P02', '2026-2027-P03'];

/** Measures of a territory, versions that publish them, and versions that are taken back. An établissement and a territory a writer. */
export function planEtablissement(rank: number): Plan {
  const etablissement = String(11_000_000 + rank);
  const territoire = String(1_000 + rank).padStart(5, '0');
  let [version, revision, isDraft] = [0, 0, false];
  const standing: number[] = [];
  const ligneOf = (periode: string, valeur: number) => ({
    mesure: `${periode}:${territoire}:A-P5:AAOR`,
    ...{ periode, territoire, exigence: 'A-P5:AAOR', volet: null, unite: 'h' },
    ...{ valeur, numerateur: null, denominateur: null, statut: 'PROVISOIRE' },
  });
  type Draw = Parameters<Plan['next']>[0];
  const enter = (draw: Draw) => {
    if (!isDraft) version += 1;
    [revision, isDraft] = [revision + 1, true];
    const lignes = PERIODES.slice(0, 1 + Math.floor(draw('lignes') * PERIODES.length)).map((periode) =>
      ligneOf(periode, Math.floor(draw(periode) * 100)),
    );
    return { nature: 'saisirMesures', contenu: { campagne: CAMPAGNE, version, revision: null, lignes } };
  };
  const submit = () => {
    standing.push(version);
    isDraft = false;
    const judged = { campagne: CAMPAGNE, version, revision };
    return { nature: 'soumettreReddition', contenu: { ...judged, jusquAu: null, reponses: [] } };
  };
  const withdraw = () => {
    const reddition = `${CAMPAGNE}:${etablissement}:V${standing.pop()}`;
    return { nature: 'retirerReddition', contenu: { reddition, raison: 'Essai.' } };
  };
  return {
    etablissement,
    next: (draw) => {
      const may = [enter, ...(isDraft ? [submit] : []), ...(standing.length > 0 ? [withdraw] : [])];
      return pick(may, draw('nature'))(draw);
    },
  };
}
