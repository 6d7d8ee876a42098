import { beforeAll, describe, expect, it } from 'vitest';
import { type AskedHouse, ask } from './ask.ts';
import { readPublicApi } from './public-api.ts';
import { type GraphQLEnumType, type GraphQLObjectType, getNamedType } from 'graphql';

// A distribution leaves nothing out, and says what the rows say one by one.

interface Groupe {
  readonly cle: string | null;
  readonly nombre: number;
  readonly fictifs: number;
  readonly raisons: readonly { readonly cle: string; readonly nombre: number }[];
  readonly dont?: readonly Groupe[];
}

interface PageOf<Node> {
  readonly nodes: readonly Node[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

interface Judged {
  readonly verdict: { readonly etat: string };
}

interface Page extends PageOf<
  Judged & { readonly statut: string; readonly provenance: { readonly origine: string } }
> {
  readonly totalCount: number;
}

interface Named {
  readonly cle: string | null;
  readonly libelle: string;
  readonly entite: { readonly __typename: string; readonly code: string; readonly nom?: string } | null;
}

/** What the keys of a dimension are the codes of, and what is read of it from its owner. */
const ENTITES: Readonly<Record<string, { readonly type: string; readonly nom: string }>> = {
  CAMPAGNE: { type: 'Campagne', nom: 'nom' },
  EXIGENCE: { type: 'Exigence', nom: 'statut' },
  INDICATEUR: { type: 'Indicateur', nom: 'nom' },
  TERRITOIRE: { type: 'TerritoireClsc', nom: 'nom' },
  RESEAU_LOCAL: { type: 'ReseauLocal', nom: 'nom' },
  RESEAU_TERRITORIAL: { type: 'ReseauTerritorial', nom: 'nom' },
  REGION: { type: 'Region', nom: 'nom' },
  RUISSS: { type: 'Ruisss', nom: 'nom' },
  ETABLISSEMENT: { type: 'Etablissement', nom: 'nom' },
};

const GROUPE = 'cle nombre fictifs raisons { cle nombre }';
const api = readPublicApi();

/** Every list that is counted by something, and how it is reached. */
const WAYS: Readonly<Record<string, string>> = {
  MesureConnection: '{ list: mesures { %s } }',
  ExigenceConnection: '{ list: exigences { %s } }',
  TerritoireClscConnection: '{ list: territoiresClsc { %s } }',
  BilanTerritoireConnection: '{ list: bilans { %s } }',
  RedditionConnection: '{ list: redditions { %s } }',
  ConstatConnection: '{ list: constats { %s } }',
  EntenteConnection: '{ list: ententes { %s } }',
  ObligationRedditionConnection: '{ etablissement(code: "11045119") { list: obligations { %s } } }',
};

/** What was asked as `list`, wherever it stands. */
function listIn<List>(answer: object): List {
  if ('list' in answer) return answer.list as List;
  return listIn(Object.values(answer)[0] as object);
}

/** The dimensions of a connection; none when it is not counted. */
function dimensionsOf(connection: string): string[] {
  const { repartition } = (api.getType(connection) as GraphQLObjectType).getFields();
  const par = repartition?.args.find(({ name }) => name === 'par');
  return par ? (getNamedType(par.type) as GraphQLEnumType).getValues().map(({ name }) => name) : [];
}

const COUNTED = Object.values(api.getTypeMap())
  .map(({ name }) => name)
  .filter((name) => name.endsWith('Connection') && dimensionsOf(name).length > 0);

const sum = (groups: readonly { readonly nombre: number }[]): number =>
  groups.reduce((total, { nombre }) => total + nombre, 0);

const ETATS = ['CONFORME', 'NON_CONFORME', 'INDETERMINE', 'SANS_VERDICT'] as const;

/** Of any graph, whatever was done of it. @param empty connections of which it holds nothing */
export function holdRepartitions(open: () => Promise<AskedHouse>, empty: readonly string[]): void {
  let house: AskedHouse;
  beforeAll(async () => {
    house = await open();
  });

  /** What `verdict` says of every measure that these filters leave, by identifier, in the order of the list. */
  async function etatsOf(filtres: string): Promise<Map<string, string>> {
    const etats = new Map<string, string>();
    let after: string | null = null;
    do {
      const { mesures }: { mesures: PageOf<Judged & { readonly id: string }> } = await ask(
        house,
        `query ($after: String) { mesures(${filtres}first: 1000, after: $after) {
        nodes { id verdict { etat } } pageInfo { hasNextPage endCursor }
      } }`,
        { after },
      );
      for (const { id, verdict } of mesures.nodes) etats.set(id, verdict.etat);
      after = mesures.pageInfo.hasNextPage ? mesures.pageInfo.endCursor : null;
    } while (after !== null);
    return etats;
  }

  describe('the groups of a distribution', () => {
    it('are those of every counted list of the graph', () => {
      expect(Object.keys(WAYS).sort()).toEqual([...COUNTED].sort());
    });

    it.each(Object.entries(WAYS))('of %s sum up to its count, by each dimension', async (connection, way) => {
      for (const par of dimensionsOf(connection)) {
        const list = listIn<{ repartition: Groupe[]; totalCount: number }>(
          await ask(house, way.replace('%s', `totalCount repartition(par: ${par}) { ${GROUPE} }`)),
        );
        const groups = list.repartition;
        expect(list.totalCount > 0, par).toBe(!empty.includes(connection));
        expect(sum(groups), par).toBe(list.totalCount);
        expect(new Set(groups.map(({ cle }) => cle)).size, par).toBe(groups.length);
      }
    });

    it.each(Object.entries(WAYS))(
      'of %s by a code say what has it, by its name where the level holds it',
      async (connection, way) => {
        const dimensions = dimensionsOf(connection).filter((name) => name in ENTITES);
        for (const par of dimensions) {
          const { type, nom } = ENTITES[par]!;
          const { repartition } = listIn<{ repartition: Named[] }>(
            await ask(
              house,
              way.replace(
                '%s',
                `repartition(par: ${par}) { cle libelle entite { __typename ... on ${type} { code ${nom} } } }`,
              ),
            ),
          );
          for (const { cle, libelle, entite } of repartition) {
            if (cle === null) expect(entite, par).toBeNull();
            else expect(entite, `${par} ${cle}`).toMatchObject({ __typename: type, code: cle });
            if (connection === 'TerritoireClscConnection') expect(libelle).toBe(entite?.nom);
          }
        }
      },
    );

    it('of écarts, whose list has no pages, sum up to the list', async () => {
      for (const filtre of [
        '',
        ', filtre: { document: "003" }',
        ', filtre: { type: "Exigence", gravite: MAJEURE }',
      ]) {
        const list = filtre === '' ? '' : `(${filtre.slice(2)})`;
        const { ecarts, bySerie, byGravite } = await ask<{
          ecarts: { serie: string; gravite: string }[];
          bySerie: Groupe[];
          byGravite: Groupe[];
        }>(
          house,
          `{ ecarts${list} { serie gravite }
          bySerie: repartitionEcarts(par: SERIE, puis: GRAVITE${filtre}) { ${GROUPE} dont { ${GROUPE} } }
          byGravite: repartitionEcarts(par: GRAVITE${filtre}) { ${GROUPE} } }`,
        );
        expect(ecarts.length, filtre).toBeGreaterThan(0);
        expect([sum(bySerie), sum(byGravite)], filtre).toEqual([ecarts.length, ecarts.length]);
        for (const { cle, nombre, dont = [] } of bySerie) {
          expect(nombre, `${filtre} ${cle}`).toBe(ecarts.filter(({ serie }) => serie === cle).length);
          expect(sum(dont)).toBe(nombre);
          for (const part of dont)
            expect(part.nombre).toBe(
              ecarts.filter(({ serie, gravite }) => serie === cle && gravite === part.cle).length,
            );
        }
      }
    });

    it('of standards, whose list has no pages, sum up to the list', async () => {
      for (const filtre of [
        '',
        ', filtre: { source: ANNEXE_II }',
        ', filtre: { service: CRISE, statut: FIXE }',
      ]) {
        const list = filtre === '' ? '' : `(${filtre.slice(2)})`;
        const { standards, byAttribut, bySource, byType } = await ask<{
          standards: { attribut: string; sousGroupe: string }[];
          byAttribut: Groupe[];
          bySource: Groupe[];
          byType: Groupe[];
        }>(
          house,
          `{ standards${list} { attribut sousGroupe }
          byAttribut: repartitionStandards(par: ATTRIBUT, puis: SOUS_GROUPE${filtre}) { ${GROUPE} dont { ${GROUPE} } }
          bySource: repartitionStandards(par: SOURCE${filtre}) { ${GROUPE} }
          byType: repartitionStandards(par: TYPE${filtre}) { ${GROUPE} } }`,
        );
        expect(standards.length, filtre).toBeGreaterThan(0);
        for (const groups of [byAttribut, bySource, byType])
          expect(sum(groups), filtre).toBe(standards.length);
        for (const { cle, nombre, dont = [] } of byAttribut) {
          const own = standards.filter(({ attribut }) => attribut === cle);
          expect(nombre, `${filtre} ${cle}`).toBe(own.length);
          expect(sum(dont)).toBe(nombre);
          for (const part of dont)
            expect(part.nombre).toBe(own.filter(({ sousGroupe }) => sousGroupe === part.cle).length);
        }
      }
    });

    it('sum up within each other', async () => {
      const { mesures } = await ask<{ mesures: { repartition: Groupe[] } }>(
        house,
        `{ mesures { repartition(par: REGION, puis: VERDICT) { ${GROUPE} dont { ${GROUPE} } } } }`,
      );
      expect(mesures.repartition).toHaveLength(18);
      for (const { nombre, dont = [] } of mesures.repartition) {
        expect(sum(dont)).toBe(nombre);
        for (const { cle, nombre: own, raisons } of dont)
          expect(sum(raisons)).toBe(cle === 'SANS_VERDICT' ? own : 0);
      }
    });
  });

  describe('what a list of measures knows of verdicts', () => {
    it('is what `verdict` says of every measure', async () => {
      const said = new Map<string, number>();
      let withheld = 0;
      let fictifs = 0;
      let after: string | null = null;
      do {
        const { mesures }: { mesures: Page } = await ask(
          house,
          `query ($after: String) { mesures(first: 1000, after: $after) {
          totalCount nodes { statut verdict { etat } provenance { origine } } pageInfo { hasNextPage endCursor }
        } }`,
          { after },
        );
        for (const { statut, verdict, provenance } of mesures.nodes) {
          said.set(verdict.etat, (said.get(verdict.etat) ?? 0) + 1);
          if (statut === 'SUPPRIMEE') withheld += 1;
          if (provenance.origine === 'DEMONSTRATION') fictifs += 1;
        }
        after = mesures.pageInfo.hasNextPage ? mesures.pageInfo.endCursor : null;
      } while (after !== null);
      const { mesures } = await ask<{ mesures: { repartition: Groupe[] } }>(
        house,
        `{ mesures { repartition(par: VERDICT) { ${GROUPE} } } }`,
      );
      expect(new Map(mesures.repartition.map(({ cle, nombre }) => [cle, nombre]))).toEqual(said);
      const without = mesures.repartition.find(({ cle }) => cle === 'SANS_VERDICT');
      expect(without?.raisons.find(({ cle }) => cle === 'SUPPRIMEE')?.nombre ?? 0).toBe(withheld);
      expect(mesures.repartition.reduce((total, group) => total + group.fictifs, 0)).toBe(fictifs);
    });

    it.each(ETATS)('gives those that are %s', async (etat) => {
      const { mesures } = await ask<{ mesures: Page }>(
        house,
        `{ mesures(verdict: ${etat}, first: 200) { nodes { verdict { etat } } } }`,
      );
      expect(mesures.nodes.length).toBeGreaterThan(0);
      expect(new Set(mesures.nodes.map(({ verdict }) => verdict.etat))).toEqual(new Set([etat]));
      const counted = await ask<{ mesures: { repartition: Groupe[]; totalCount: number } }>(
        house,
        `{ mesures(verdict: ${etat}) { totalCount repartition(par: STATUT) { ${GROUPE} } } }`,
      );
      expect(sum(counted.mesures.repartition)).toBe(counted.mesures.totalCount);
    });

    it('is, row by row, what narrows to a verdict', async () => {
      const said = await etatsOf('region: "16", ');
      expect(said.size).toBeGreaterThan(0);
      for (const etat of ETATS) {
        const narrowed = await etatsOf(`region: "16", verdict: ${etat}, `);
        expect([...narrowed.keys()], etat).toEqual([...said.keys()].filter((id) => said.get(id) === etat));
      }
    });
  });
}
