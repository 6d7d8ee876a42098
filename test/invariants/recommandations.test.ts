import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isUnionType } from 'graphql';
import { type TestHouse, openTestHouse } from '../house.ts';
import { ask } from './ask.ts';
import { fieldsOf, listObjectTypes, objectTypeOf, readPublicApi } from './public-api.ts';

interface Coded {
  readonly code: string;
}

interface Recommended extends Coded {
  readonly statut: string;
  readonly provenance: { readonly document: Coded };
}

interface Found {
  readonly type: string;
  readonly code: string;
  readonly entite: { readonly __typename: string };
}

/** 44 recommendations of the partnership committee (002), 37 modifications of the consultation (001). */
const RECOMMENDED = ['Recommandation', 'ModificationRecommandee'];
const MANDAT_CODE = /^(M[1-9]|S[1-7]|E([1-9]|1[0-3]))$/;

let house: TestHouse;

beforeAll(async () => {
  house = await openTestHouse();
});

afterAll(() => house.close());

describe('V18: recommendations', () => {
  it('are never held by a mandate, nor a mandate by them', () => {
    const api = readPublicApi();
    const heldBy = (name: string): string[] =>
      listObjectTypes(api)
        .filter((type) => type.name === name)
        .flatMap(fieldsOf)
        .map((field) => objectTypeOf(field)?.name ?? '');
    for (const name of heldBy('Mandat')) expect(RECOMMENDED).not.toContain(name);
    for (const recommended of RECOMMENDED) expect(heldBy(recommended)).not.toContain('Mandat');
  });

  it('are mixed with mandates by no type but what a search finds, which names the type of each', () => {
    const mixing = Object.values(readPublicApi().getTypeMap())
      .filter(isUnionType)
      .filter((union) => union.getTypes().some(({ name }) => RECOMMENDED.includes(name)));
    expect(mixing.map(({ name }) => name)).toEqual(['RechercheEntite']);
  });

  it('are 44 and 37, of the documents 002 and 001, all with the status of a recommendation', async () => {
    const { recommandations, modificationsRecommandees } = await ask<Record<string, Recommended[]>>(
      house,
      `{
        recommandations { code statut provenance { document { code } } }
        modificationsRecommandees { code statut provenance { document { code } } }
      }`,
    );
    expect([recommandations?.length, modificationsRecommandees?.length]).toEqual([44, 37]);
    for (const { code, statut, provenance } of recommandations ?? [])
      expect([statut, provenance.document.code], code).toEqual(['RECOMMANDATION', '002']);
    for (const { code, statut, provenance } of modificationsRecommandees ?? [])
      expect([statut, provenance.document.code], code).toEqual(['RECOMMANDATION', '001']);
    for (const { code } of [...(recommandations ?? []), ...(modificationsRecommandees ?? [])])
      expect(code).not.toMatch(MANDAT_CODE);
  });

  it('are not among the 29 mandates, which are all of the document 004', async () => {
    const { mandats, paliers } = await ask<{
      mandats: { code: string; provenance: { document: Coded } }[];
      paliers: { mandats: Coded[] }[];
    }>(house, '{ mandats { code provenance { document { code } } } paliers { mandats { code } } }');
    expect(mandats).toHaveLength(29);
    for (const { code, provenance } of mandats) {
      expect(code).toMatch(MANDAT_CODE);
      expect(provenance.document.code).toBe('004');
    }
    expect(paliers.flatMap((palier) => palier.mandats.map(({ code }) => code)).sort()).toEqual(
      mandats.map(({ code }) => code).sort(),
    );
  });

  it('are found by a search as what they are', async () => {
    const codes = await listRecommendedCodes();
    for (const [code, type] of codes) {
      const found = (await search(code)).find((one) => one.code === code);
      expect(found, code).toMatchObject({ type, entite: { __typename: type } });
    }
  });

  it('come under no other name when words find mandates too', async () => {
    const found = await search('partenariat');
    expect(new Set(found.map(({ type }) => type))).toContain('Recommandation');
    for (const { type, code, entite } of found) {
      expect(entite.__typename, code).toBe(type);
      expect(type === 'Mandat', code).toBe(MANDAT_CODE.test(code) && type !== 'Principe');
    }
  });

  async function listRecommendedCodes(): Promise<(readonly [string, string])[]> {
    const answer = await ask<Record<string, Coded[]>>(
      house,
      '{ Recommandation: recommandations { code } ModificationRecommandee: modificationsRecommandees { code } }',
    );
    return Object.entries(answer).flatMap(([type, list]) => list.map(({ code }) => [code, type] as const));
  }

  async function search(texte: string): Promise<Found[]> {
    const { recherche } = await ask<{ recherche: { nodes: Found[] } }>(
      house,
      'query ($texte: String!) { recherche(texte: $texte, first: 300) { nodes { type code entite { __typename } } } }',
      { texte },
    );
    return recherche.nodes;
  }
});

describe('V19: the navigateur', () => {
  it('that is a role of a CLSC is told apart from the person who guides an Indigenous patient', async () => {
    const { roleClsc, ecart } = await ask<{
      roleClsc: {
        provenance: { document: Coded };
        homonymie: { provenance: { document: Coded; lignes: string } };
      };
      ecart: { cotes: unknown[] };
    }>(
      house,
      `{
        roleClsc(code: NAVIGATEUR) { provenance { document { code } } homonymie { provenance { document { code } lignes } } }
        ecart(code: "X-04") { cotes { dit } }
      }`,
    );
    expect(roleClsc.provenance.document.code).toBe('004');
    expect(roleClsc.homonymie.provenance).toEqual({
      document: { code: '000' },
      lignes: 'L226-228, L241-242',
    });
    expect(ecart.cotes).toHaveLength(2);
  });

  it('of the document 000 is an action of cultural safety, under no role', async () => {
    const { securisationCulturelle, rolesClsc } = await ask<{
      securisationCulturelle: { actions: Coded[] };
      rolesClsc: Record<string, { provenance: { document: Coded } }[]>[];
    }>(
      house,
      `{
        securisationCulturelle { actions { code } }
        rolesClsc { enjeux { ...e } leviers { ...e } responsabilites { ...e } effetsAttendus { ...e } limites { ...e } }
      }
      fragment e on Element { provenance { document { code } } }`,
    );
    expect(securisationCulturelle.actions.map(({ code }) => code)).toContain('AS4');
    const ofRoles = rolesClsc.flatMap((role) => Object.values(role).flat());
    expect(ofRoles.length).toBeGreaterThan(50);
    for (const { provenance } of ofRoles) expect(provenance.document.code).toBe('004');
  });

  it('of the three other roles has no homonym', async () => {
    const { rolesClsc } = await ask<{ rolesClsc: { code: string; homonymie: unknown }[] }>(
      house,
      '{ rolesClsc { code homonymie { code } } }',
    );
    const ambiguous = rolesClsc.filter(({ homonymie }) => homonymie !== null);
    expect(ambiguous.map(({ code }) => code)).toEqual(['NAVIGATEUR']);
  });
});
