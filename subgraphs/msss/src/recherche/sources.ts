import type { Birth, Rows } from '@palier/runtime/birth';
import type { Question } from '@palier/runtime/read-question';

export type Row = Rows[number];

/** How the rows of one table become something to look for. */
export interface Source {
  readonly type: string | ((row: Row) => string);
  readonly titre: string | ((row: Row, birth: Birth) => string);
  /** Columns whose words are looked for besides the title. */
  readonly textes: readonly string[] | ((row: Row, birth: Birth) => readonly string[]);
  /** What it is looked for as, where it is not its title. */
  readonly nom?: (row: Row) => string | undefined;
  /** What is looked for in the title too, and not shown. */
  readonly autresNoms?: (row: Row) => readonly string[];
  /** The questions that it answers. */
  readonly repond?: (row: Row) => readonly Question[];
  /** What is looked for too, and not shown: columns, or words. */
  readonly mots?: readonly string[] | ((row: Row) => readonly string[]);
  /** Lowers what would hide better answers: 1 by default. */
  readonly poids?: (row: Row) => number;
}

const GENRES: Readonly<Record<string, string>> = {
  RLS: 'ReseauLocal',
  RTS: 'ReseauTerritorial',
  RSS: 'Region',
  RUISSS: 'Ruisss',
};

/** What gathers many things is where people go on from. */
const GATHERS = 2;

/** Who looks for a word asks first what it means. */
const isDefinition = (nature: unknown): boolean => nature === 'DEFINITION' || nature === 'LEXIQUE';

/** Every table of this level that says something to readers. */
export const SOURCES: Readonly<Record<string, Source>> = {
  document: { type: 'Document', titre: 'titre', textes: ['portee', 'emetteur', 'note'] },
  territoire_clsc: { type: 'TerritoireClsc', titre: 'nom', textes: ['nom_2017', 'localite'] },
  unite: {
    type: ({ genre }) => GENRES[String(genre)] ?? String(genre),
    titre: 'nom',
    textes: ['ancien_nom'],
  },
  service_social: {
    type: 'ServiceSocial',
    titre: 'nom',
    textes: ['description', 'objectifs'],
    autresNoms: ({ clientele }) => listTexts(clientele),
    poids: () => GATHERS,
  },
  standard: { type: 'Standard', titre: 'enonce', textes: describeStandard, poids: () => 1.25 },
  exigence: { type: 'Exigence', titre: nameExigence, textes: describeExigence, poids: weighExigence },
  ecart: { type: 'Ecart', titre: 'titre', textes: ['detail'], poids: () => 0.55 },
  element: {
    type: 'Element',
    titre: 'enonce',
    textes: ['note', 'precisions', 'groupe'],
    repond: ({ liste }) => (isDefinition(liste) ? ['sens'] : []),
    mots: nameListe,
    poids: ({ liste }) => (isDefinition(liste) ? 1.5 : 1),
  },
  palier: { type: 'Palier', titre: 'nom', textes: ['role'] },
  mandat: { type: 'Mandat', titre: 'enonce', textes: [], repond: () => ['qui'] },
  reference_legale: {
    type: 'ReferenceLegale',
    titre: ({ loi, article }) => (article == null ? String(loi) : `${String(loi)}, art. ${String(article)}`),
    textes: ['fonde', 'note'],
    mots: () => ['article'],
  },
  chiffre: {
    type: 'Chiffre',
    titre: 'libelle',
    textes: ['note'],
    autresNoms: sayChiffre,
    repond: () => ['combien'],
  },
  orientation: { type: 'OrientationMinisterielle', titre: 'titre', textes: ['titre_sommaire', 'objet'] },
  principe: { type: 'Principe', titre: 'nom', textes: ['enonce'], poids: () => GATHERS },
  role_clsc: { type: 'RoleClsc', titre: 'nom', textes: ['nom_section'], poids: () => GATHERS },
  arrimage: { type: 'Arrimage', titre: 'avec', textes: ['mode'] },
  politique: { type: 'Politique', titre: 'titre', textes: ['statut'] },
  axe_politique: { type: 'AxePolitique', titre: 'titre', textes: [] },
  orientation_politique: { type: 'OrientationPolitique', titre: 'titre', textes: ['themes'] },
  modification_recommandee: {
    type: 'ModificationRecommandee',
    titre: 'enonce',
    textes: [],
    poids: () => 0.7,
  },
  domaine_partenariat: { type: 'DomainePartenariat', titre: 'nom', textes: ['visee'] },
  recommandation: { type: 'Recommandation', titre: 'enonce', textes: ['intention', 'note'] },
  livrable: { type: 'Livrable', titre: 'titre', textes: ['etat', 'date'] },
  document_cite: { type: 'DocumentCite', titre: 'reference', textes: [], poids: () => 0.6 },
  section_document: { type: 'SectionDocument', titre: 'titre', textes: [], poids: () => 0.5 },
  enonce: {
    type: 'Enonce',
    titre: 'enonce',
    textes: ['precisions'],
    mots: ['groupe', 'theme', 'porteur', 'competence', 'loi', 'article'],
    nom: nameSigle,
    repond: listQuestions,
    poids: weighEnonce,
  },
};

export function listTexts(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.map(String);
  return value == null ? [] : [String(value)];
}

function nameExigence({ standard_code, service_code }: Row, birth: Birth): string {
  const standard = birth['standard']?.find(({ code }) => code === standard_code);
  const service = birth['service_social']?.find(({ code }) => code === service_code);
  return `${String(service?.['nom'])} : ${String(standard?.['enonce'])}`;
}

/** Six cells say what one standard says, and those that ask nothing of a service say it least. */
function weighExigence({ statut }: Row): number {
  return statut === 'SANS_OBJET' || statut === 'NON_DIT' ? 0.2 : 0.5;
}

/** « CTROC se lit : … » is about these letters, and says little to who looks for what they stand for. */
function nameSigle({ nature, enonce }: Row): string | undefined {
  return isDefinition(nature)
    ? /(\p{Lu}{2,}),? (?:se lit|désigne|veut dire)\b/u.exec(String(enonce))?.[1]
    : undefined;
}

/** Natures that say what somebody may do. */
const PERMET: ReadonlySet<unknown> = new Set(['REGLE', 'POSSIBILITE', 'INTERDICTION']);

function listQuestions({ nature, porteur }: Row): Question[] {
  const questions: Question[] = isDefinition(nature) ? ['sens'] : [];
  if (porteur != null) questions.push('qui');
  if (porteur != null && PERMET.has(nature)) questions.push('permis');
  return questions;
}

function weighEnonce(row: Row): number {
  if (nameSigle(row) !== undefined) return 0.3;
  return isDefinition(row['nature']) ? 1 : 0.75;
}

const ATTRIBUTS: Readonly<Record<string, string>> = {
  ACCESSIBILITE: 'accessibilité',
  QUALITE: 'qualité',
  CONTINUITE: 'continuité',
  EFFICACITE_EFFICIENCE: 'efficacité et efficience',
};

function describeStandard({ attribut, sous_groupe }: Row): readonly string[] {
  return [`${ATTRIBUTS[String(attribut)]} (${String(sous_groupe)})`];
}

function describeExigence({ code, texte, note }: Row, birth: Birth): readonly string[] {
  const seuils = (birth['seuil'] ?? []).filter(({ exigence_code }) => exigence_code === code);
  return [...seuils.map(saySeuil), ...listTexts(texte), ...listTexts(note)];
}

/** « 8-1-1 » does not say that it is a number; « au plus 24 h » says its unit. */
function saySeuil({ contenu }: Row): string {
  const { texte, unite } = contenu as { readonly texte: string; readonly unite: string | null };
  return unite === null || texte.includes(unite) || !/^\p{L}+$/u.test(unite) ? texte : `${unite} ${texte}`;
}

/** « MODIFICATION_TERRITOIRE » says what an element of that list is about. */
function nameListe({ liste }: Row): readonly string[] {
  return [String(liste).toLowerCase().replaceAll('_', ' ')];
}

const MILLION = 1_000_000;

/** A figure beside its unit: « 166 territoires de CLSC », « 15 millions CAD ». */
function sayChiffre({ valeur, unite }: Row): readonly string[] {
  const millions = Number(valeur) / MILLION;
  const said = Number.isInteger(millions) && millions > 0 ? `${millions} millions` : valeur;
  return [said, unite].flatMap(listTexts);
}
