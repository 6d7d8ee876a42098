import { type AbsenceValue, nothingOwed } from '@palier/runtime/absence';
import type { ConnectionValue, PageArgs } from '@palier/runtime/connection';
import { type List, defineList, pageOf } from '@palier/runtime/list';
import { type Loader, defineLoader, groupedByKey, inKeyOrder } from '@palier/runtime/loader';
import { toProvenance } from '@palier/runtime/provenance';
import type { Context, Reading } from '../tables.ts';
import type { FicheM02Table } from '../../tables/fiche-m02.table.ts';
import {
  type FicheChoice,
  type TableM02,
  countFiches,
  findFichesByCodes,
  findInstallationsByTerritoires,
  listFiches,
} from './fiche-m02.queries.ts';
import type { EtablissementPublie, FicheValue, InstallationPubliee } from './fiche-m02.type.ts';

export const SANS_REGISTRE: AbsenceValue = nothingOwed(
  'Le registre M02 importé n’a rien pour ce choix, ou n’a pas été importé (« npm run import -- installations », « etablissements ») : `imports` le dit. Aucun texte n’oblige à l’importer.',
);

interface Register<Fiche> {
  readonly byCode: Loader<string, FicheValue<Fiche> | null>;
  readonly list: List<FicheChoice, FicheValue<Fiche>>;
}

function defineRegister<Fiche extends { readonly code: string }>(
  table: TableM02,
  name: string,
  toFiche: (row: FicheM02Table) => FicheValue<Fiche>,
): Register<Fiche> {
  return {
    byCode: defineLoader<string, FicheValue<Fiche> | null>(async ({ database }: Reading, codes) =>
      inKeyOrder(codes, (await findFichesByCodes(database, table, codes)).map(toFiche), ({ code }) => code),
    ),
    list: defineList({
      name,
      find: async ({ database }: Reading, choice: FicheChoice, bounds) =>
        (await listFiches(database, table, choice, bounds)).map(toFiche),
      count: ({ database }: Reading, choice) => countFiches(database, table, choice),
      keyOf: ({ code }) => code,
    }),
  };
}

export const installationsPubliees = defineRegister(
  'installation_publiee',
  'installationsPubliees',
  toInstallation,
);

export const etablissementsPublies = defineRegister(
  'etablissement_publie',
  'etablissementsPublies',
  toEtablissement,
);

/** A territory has a hundred at most: they are read whole, and a page is a part of them. */
const byTerritoire = defineLoader<string, FicheValue<InstallationPubliee>[]>(
  async ({ database }: Reading, codes) => {
    const rows = await findInstallationsByTerritoires(database, codes);
    return groupedByKey(codes, rows, (row) => row.territoire_code ?? '').map((group) =>
      group.map(toInstallation),
    );
  },
);

/** The installations that are published of a territory, batched. Raises PAGE_INVALIDE. */
export function readInstallationsOf(
  context: Context,
  territoire: string,
  args: PageArgs,
): ConnectionValue<FicheValue<InstallationPubliee>> {
  return pageOf(args, {
    name: 'installationsPubliees.territoire',
    choice: { territoire },
    all: () => byTerritoire.load(context, territoire),
    keyOf: ({ code }) => code,
    absence: SANS_REGISTRE,
  });
}

/** The columns of missions: « Oui », nothing for « Non », an empty text for what is not said. */
const MISSIONS = [
  'CHPSY',
  'CHSGS',
  'CHSLD',
  'CLSC',
  'CPEJ',
  'CRDITED',
  'CRDPA',
  'CRDPM',
  'CRDPV',
  'CRDPL',
  'CRJDA',
  'CRMDA',
  'CRD',
];

const STATUTS: Readonly<Record<string, 'PUBLIC' | 'PRIVE'>> = { '1': 'PUBLIC', '2': 'PRIVE' };

const toNumber = (text: string | undefined): number | null => (text === undefined ? null : Number(text));

function toCommon({ code, nom, territoire_code, fiche, retire_le, provenance }: FicheM02Table) {
  return {
    code,
    nom,
    adresse: fiche['ADRESSE'] ?? null,
    casePostale: fiche['CASE_POST'] ?? null,
    codePostal: fiche['CODE_POSTA'] ?? null,
    municipaliteCode: fiche['MUN_CODE'] ?? null,
    municipalite: fiche['MUN_NOM'] ?? null,
    mrc: fiche['MRC_NOM'] ?? null,
    regionCode: fiche['RSS_CODE'] ?? null,
    reseauLocalCode: fiche['RLS_CODE'] ?? null,
    ruisssCode: fiche['RUIS_CODE'] ?? null,
    statut: STATUTS[fiche['STATUT_COD'] ?? ''] ?? null,
    modeConstitution: fiche['MD_CONS_CO'] ?? null,
    modeFinancement: fiche['MD_FINAN_C'] ?? null,
    designation: fiche['DESIGN_MIN'] ?? null,
    instance: fiche['INSTANCE'] ?? null,
    missions: MISSIONS.filter((mission) => fiche[mission] === 'Oui'),
    missionsNonDites: MISSIONS.filter((mission) => fiche[mission] === ''),
    dateIncorporation: fiche['DATE_INCOR'] ?? null,
    longitude: toNumber(fiche['LONGITUDE']),
    latitude: toNumber(fiche['LATITUDE']),
    dateMiseAJour: fiche['DATE_MAJ'] ?? null,
    retireLe: retire_le,
    territoireCode: territoire_code,
    provenance: toProvenance(provenance),
  };
}

function toInstallation(row: FicheM02Table): FicheValue<InstallationPubliee> {
  return {
    ...toCommon(row),
    autreNom: row.fiche['INSTAL_N_1'] ?? null,
    etablissementCode: row.etablissement_code,
    etablissementNom: row.fiche['ETAB_NOM'] ?? null,
    dateOuverture: row.fiche['DATE_OUVER'] ?? null,
  };
}

function toEtablissement(row: FicheM02Table): FicheValue<EtablissementPublie> {
  return { ...toCommon(row), nomAbrege: row.fiche['ETAB_NOM_A'] ?? null };
}
