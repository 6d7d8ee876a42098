import type { Demande, LignePresente, StatutSansValeur, Version } from './demande.ts';
import { STATUTS_SANS_VALEUR } from './demande.ts';

/** Asks the graph; raises when it does not answer entirely. */
export type Ask = <Data>(query: string, variables: Readonly<Record<string, unknown>>) => Promise<Data>;

interface Asked {
  readonly campagne: {
    readonly code: string;
    readonly nom: string;
    readonly statut: 'OUVERTE' | 'FERMEE';
    readonly exercice: string;
    readonly periodes: readonly string[];
    readonly periodesCommencees: readonly string[];
    readonly canevas: {
      readonly code: string;
      readonly indicateurs: readonly {
        readonly nom: string;
        readonly unite: string;
        readonly exigences: readonly ({ readonly code: string } | null)[] | null;
      }[];
      readonly cellules: readonly ({
        readonly exigenceCode: string;
        readonly volet: string | null;
        readonly frequence: 'PERIODE_FINANCIERE' | 'EXERCICE';
      } | null)[];
    } | null;
  } | null;
  readonly etablissement: {
    readonly code: string;
    readonly nom: string;
    readonly territoires: readonly ({ readonly code: string; readonly nom: string | null } | null)[] | null;
  } | null;
  readonly redditions: {
    readonly nodes: readonly (Version | null)[];
  } | null;
}

const DEMANDE = `query DemandeDeDepot($campagne: ID!, $etablissement: ID!) {
  campagne(code: $campagne) {
    code nom statut exercice periodes periodesCommencees
    canevas { code indicateurs { nom unite exigences { code } } cellules { exigenceCode volet frequence } }
  }
  etablissement(code: $etablissement) { code nom territoires { code nom } }
  redditions(campagne: $campagne, etablissement: $etablissement, first: 1000) { nodes { id version revision etat saisieLe } }
}`;

const LIGNES = `query LignesDuBrouillon($id: ID!, $after: String) {
  reddition(id: $id) {
    lignes(first: 1000, after: $after) {
      nodes { mesureId territoire { code } exigence { code } periode { code } volet valeur statut numerateur denominateur justification contradiction }
      pageInfo { hasNextPage endCursor }
    }
  }
}`;

const PERIODES_PAR_EXERCICE = 13;

/** What a campagne asks of an établissement; undefined when Santé Québec has opened none of this code, or knows no such établissement. */
export async function askDemande(
  ask: Ask,
  campagne: string,
  etablissement: string,
): Promise<Demande | undefined> {
  const asked = await ask<Asked>(DEMANDE, { campagne, etablissement });
  const canevas = asked.campagne?.canevas;
  if (asked.campagne === null || canevas == null || asked.etablissement === null) return undefined;
  const versions = (asked.redditions?.nodes ?? [])
    .filter((version) => version !== null)
    .toSorted((a, b) => a.version - b.version);
  const begin = beginningOf(versions);
  const indicateurs = new Map(
    canevas.indicateurs.flatMap((one) =>
      (one.exigences ?? []).map((exigence) => [exigence?.code ?? '', one] as const),
    ),
  );
  return {
    campagne: {
      code: asked.campagne.code,
      nom: asked.campagne.nom,
      canevas: canevas.code,
      statut: asked.campagne.statut,
    },
    etablissement: { code: asked.etablissement.code, nom: asked.etablissement.nom },
    territoires: (asked.etablissement.territoires ?? []).flatMap((territoire) =>
      territoire === null ? [] : { code: territoire.code, nom: territoire.nom ?? '' },
    ),
    periodes: periodesOf(asked.campagne),
    commencees: asked.campagne.periodesCommencees,
    cellules: canevas.cellules.flatMap((cellule) => {
      if (cellule === null) return [];
      const { exigenceCode, volet, frequence } = cellule;
      const indicateur = indicateurs.get(exigenceCode);
      return {
        exigence: exigenceCode,
        volet,
        frequence,
        unite: indicateur?.unite ?? '',
        libelle: indicateur?.nom ?? '',
      };
    }),
    presentes: begin === undefined ? [] : await askPresentes(ask, begin),
    revision: versions.at(-1)?.revision ?? 0,
    version: versions.at(-1),
  };
}

function periodesOf({ exercice, periodes }: NonNullable<Asked['campagne']>): readonly string[] {
  if (periodes.length > 0) return [...periodes].sort();
  return Array.from(
    { length: PERIODES_PAR_EXERCICE },
    (_, index) => `${exercice}-P${String(index + 1).padStart(2, '0')}`,
  );
}

/** The draft; without one, the version that the next draft will begin as: the last one that was not withdrawn. */
const beginningOf = (versions: readonly Version[]): Version | undefined =>
  versions.findLast(({ etat }) => etat !== 'RETIREE');

interface Lignes {
  readonly reddition: {
    readonly lignes: {
      readonly nodes: readonly (Ligne | null)[];
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    };
  } | null;
}

interface Ligne {
  readonly mesureId: string;
  readonly territoire: { readonly code: string } | null;
  readonly exigence: { readonly code: string } | null;
  readonly periode: { readonly code: string };
  readonly volet: string | null;
  readonly valeur: number | null;
  readonly statut: string;
  readonly numerateur: number | null;
  readonly denominateur: number | null;
  readonly justification: string | null;
  readonly contradiction: string | null;
}

/** The lines of the draft; without one, those that it would begin as: a draft carries no reason over. */
async function askPresentes(ask: Ask, { id, etat }: Version): Promise<LignePresente[]> {
  const lignes = await askLignes(ask, id);
  return etat === 'SAISIE' ? lignes : lignes.map((ligne) => ({ ...ligne, justification: null }));
}

async function askLignes(ask: Ask, id: string): Promise<LignePresente[]> {
  const lignes: LignePresente[] = [];
  let after: string | null | undefined;
  while (after !== null) {
    const page: Lignes = await ask<Lignes>(LIGNES, { id, after });
    const { nodes, pageInfo } = page.reddition?.lignes ?? NO_LIGNES;
    lignes.push(...nodes.flatMap((ligne) => (ligne === null ? [] : toLigne(ligne))));
    after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
  }
  return lignes;
}

const NO_LIGNES = { nodes: [], pageInfo: { hasNextPage: false, endCursor: null } } as const;

const WITHOUT_VALUE: ReadonlySet<string> = new Set(STATUTS_SANS_VALEUR);

const toLigne = (ligne: Ligne): LignePresente => ({
  mesure: ligne.mesureId,
  territoire: ligne.territoire?.code ?? '',
  exigence: ligne.exigence?.code ?? '',
  periode: ligne.periode.code,
  volet: ligne.volet,
  valeur: ligne.valeur,
  statut: WITHOUT_VALUE.has(ligne.statut) ? (ligne.statut as StatutSansValeur) : null,
  numerateur: ligne.numerateur,
  denominateur: ligne.denominateur,
  justification: ligne.justification,
  contradiction: ligne.contradiction,
});
