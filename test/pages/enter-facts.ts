import { msss } from '@palier/msss';
import {
  importCodesPostaux,
  importEtablissements,
  importInstallations,
  importLimites,
  importRows,
} from '@palier/msss/importation';
import { insertRows } from '@palier/runtime/birth';
import { someoneOf } from '@palier/runtime/testing';
import { FACT_CODES } from './fact-codes.ts';
import type { PagesHouse } from './open-pages.ts';

const provenance = { origine: 'SAISIE' };

/** What établissements declare and no demonstration makes up, one of each, under the codes of `FACT_CODES`. */
export async function enterDeclared({ database }: PagesHouse): Promise<void> {
  const [territoire_code, etablissement_code] = ['06112', '11045119'];
  const rows = {
    partenaire: {
      id: FACT_CODES['Partenaire'],
      territoire_code,
      type: 'ECOLE',
      designation: 'École du quartier',
    },
    installation: {
      code: FACT_CODES['Installation'],
      territoire_code,
      etablissement_code,
      nom: 'CLSC du quartier',
      mission_clsc: true,
    },
    entente: {
      id: FACT_CODES['Entente'],
      type: 'SERVICE',
      etablissement_code,
      territoire_codes: [territoire_code],
      partenaire_ids: [FACT_CODES['Partenaire']],
      service_codes: ['CRISE'],
      etat: 'CONCLUE',
      a_jour: true,
      conclue_le: '2026-01-15',
    },
    constat: {
      id: FACT_CODES['Constat'],
      territoire_code,
      etat: 'OBSERVE',
      besoin: 'Accès le soir',
      observe_le: '2026-01-20',
    },
    demande_modification: {
      id: FACT_CODES['DemandeModification'],
      etablissement_code,
      territoire_codes: [territoire_code],
      etat: 'BESOIN',
      motifs: ['Rue partagée'],
    },
    valeur_regionale: {
      id: FACT_CODES['ValeurRegionale'],
      exigence_code: 'C-O5:INFO_SOCIAL',
      territoire_code,
      texte: 'Selon la saison',
      version: 1,
      en_vigueur_depuis: '2026-01-01',
    },
  };
  for (const [table, row] of Object.entries(rows))
    await insertRows(database.kysely, 'etablissements', table, [{ ...row, provenance }]);
}

/** One row of each register, and a postal code of two territories, as official files would bring them. */
export async function importPublished({ database }: PagesHouse): Promise<void> {
  const level = await msss.open(database, { demonstration: 'CHARGEE' });
  const context = () => level.createContext(someoneOf('MSSS', { subject: 'marie' }));
  const fichier = { nom: 'inventé.csv', octets: 1, empreinte: 'a'.repeat(64) };
  for (const [kind, type, column, name] of [
    [importInstallations, 'InstallationPubliee', 'INSTAL_COD', 'INSTAL_NOM'],
    [importEtablissements, 'EtablissementPublie', 'ETAB_CODE', 'ETAB_NOM'],
  ] as const) {
    const code = FACT_CODES[type]!;
    const fiche = { [column]: code, [name]: `Nom publié de ${code}`, CLSC_CODE: '06112' };
    await importRows(context(), { kind, fichier, lignes: [{ code, fiche }] });
  }
  const limites = FACT_CODES['LimitePubliee']!;
  await importRows(context(), {
    kind: importLimites,
    fichier,
    lignes: [{ code: limites, fiche: { CLSC_code: limites, CLSC_nom: 'Nom publié' }, contour: null }],
  });
  await importRows(context(), {
    kind: importCodesPostaux,
    fichier,
    lignes: ['06112', '06113'].map((territoire) => ({ territoire, codesPostaux: ['G1R2B5'] })),
  });
}
