import { type Birth, type Rows, loadBirth, readJson } from '@palier/runtime/birth';
import type { Demonstration } from '@palier/runtime/demonstration';
import type { Kysely } from 'kysely';
import { type EcartEntry, toEcartRows, toToucheRows } from './ecart/ecart.birth.ts';
import { toEnonceRows } from './enonce/enonce.birth.ts';
import { toDependanceRows } from './dependance/dependance.birth.ts';
import { toFaitRows } from './fait/fait.birth.ts';
import { toRechercheRows } from './recherche/recherche.birth.ts';

const DATA = new URL('../data/', import.meta.url);

/** The data files that hold rows as they are, in an order that respects the references between tables. */
const FILES = {
  document: 'documents.json',
  texte_attendu: 'textes.json',
  unite: 'unites.json',
  territoire_clsc: 'territoires-clsc.json',
  population: 'populations.json',
  reference_legale: 'references-legales.json',
  element: 'elements.json',
  palier: 'paliers.json',
  mandat: 'mandats.json',
  obligation: 'obligations.json',
  chiffre: 'chiffres.json',
  livrable: 'livrables.json',
  document_cite: 'documents-cites.json',
  orientation: 'orientations.json',
  principe: 'principes.json',
  role_clsc: 'roles-clsc.json',
  arrimage: 'arrimages.json',
  politique: 'politiques.json',
  axe_politique: 'axes-politique.json',
  orientation_politique: 'orientations-politique.json',
  modification_recommandee: 'modifications-recommandees.json',
  domaine_partenariat: 'domaines-partenariat.json',
  recommandation: 'recommandations.json',
  service_social: 'services-sociaux.json',
  standard: 'standards.json',
  exigence: 'exigences.json',
  seuil: 'seuils.json',
  assertion: 'assertions.json',
  etablissement_servant: 'etablissements-servants.json',
  indicateur_comptant: 'indicateurs-comptants.json',
} as const;

/** Loads what the ministry's level knows at birth: the texts, the standards and the territories, each row with its citation. */
export async function load(database: Kysely<unknown>): Promise<void> {
  await loadBirth(database, 'msss', readBirth, DATA);
}

/** This level makes nothing up: what was appreciated of a made-up year goes with it. */
export const demonstration: Demonstration = () => Promise.resolve();

/** The documents whose sections and statements have a file each. */
const DOCUMENTS = ['000', '001', '002', '003', '004'];

function readBirth(): Birth {
  const files = Object.entries(FILES).map(([table, file]) => [table, readData<Rows>(file)]);
  const ecarts = readData<readonly EcartEntry[]>('ecarts.json');
  const known: Birth = {
    ...(Object.fromEntries(files) as Record<keyof typeof FILES, Rows>),
    ecart: toEcartRows(ecarts),
    ecart_touche: toToucheRows(ecarts),
    section_document: readOfEach('sections'),
  };
  const birth: Birth = { ...known, enonce: toEnonceRows(readOfEach('enonces'), known) };
  return {
    ...birth,
    fait: toFaitRows(birth),
    dependance: toDependanceRows(birth),
    recherche: toRechercheRows(birth),
  };
}

function readOfEach(name: string): Rows {
  return DOCUMENTS.flatMap((document) => readData<Rows>(`${name}-${document}.json`));
}

function readData<Content>(file: string): Content {
  return readJson<Content>(new URL(file, DATA));
}
