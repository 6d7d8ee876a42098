import type { Ask } from './ask-demande.ts';
import type { Demande, DerniereValeur } from './demande.ts';

interface Asked {
  readonly mesures: {
    readonly nodes: readonly (Mesure | null)[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  } | null;
}

interface Mesure {
  readonly territoire: { readonly code: string } | null;
  readonly exigence: { readonly code: string } | null;
  readonly periode: { readonly code: string };
  readonly volet: string | null;
  readonly valeur: number | null;
  readonly statut: string;
  readonly provenance: { readonly origine: string };
}

const MESURES = `query MesuresDuModele($etablissement: ID!, $de: ID!, $a: ID!, $after: String) {
  mesures(etablissement: $etablissement, periodeDe: $de, periodeA: $a, first: 1000, after: $after) {
    nodes { territoire { code } exigence { code } periode { code } volet valeur statut provenance { origine } }
    pageInfo { hasNextPage endCursor }
  }
}`;

/** What is published of an établissement from the exercice before the campagne to its last period, in the order of periods. */
export async function askDernieres(ask: Ask, demande: Demande): Promise<readonly DerniereValeur[]> {
  const [first, last] = [demande.periodes.at(0), demande.periodes.at(-1)];
  if (first === undefined) return [];
  const variables = { etablissement: demande.etablissement.code, de: firstBefore(first), a: last };
  const dernieres: DerniereValeur[] = [];
  let after: string | null | undefined;
  while (after !== null) {
    const { mesures }: Asked = await ask<Asked>(MESURES, { ...variables, after });
    dernieres.push(
      ...(mesures?.nodes ?? []).flatMap((mesure) => (mesure === null ? [] : toDerniere(mesure))),
    );
    after = mesures?.pageInfo.hasNextPage === true ? mesures.pageInfo.endCursor : null;
  }
  return dernieres;
}

/** « 2026-2027-P03 »: « 2025-2026-P01 ». */
function firstBefore(periode: string): string {
  const year = Number(periode.slice(0, 4));
  return `${year - 1}-${year}-P01`;
}

const toDerniere = ({ territoire, exigence, periode, provenance, ...said }: Mesure): DerniereValeur => ({
  territoire: territoire?.code ?? '',
  exigence: exigence?.code ?? '',
  periode: periode.code,
  volet: said.volet,
  valeur: said.valeur,
  statut: said.statut,
  estFictive: provenance.origine === 'DEMONSTRATION',
});
