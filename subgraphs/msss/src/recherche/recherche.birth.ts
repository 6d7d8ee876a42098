import type { Birth, Rows } from '@palier/runtime/birth';
import { normaliseTexte } from './normalise-texte.ts';

type Row = Rows[number];

/** How the rows of one table become something to look for. */
interface Source {
  readonly type: string | ((row: Row) => string);
  readonly titre: string | ((row: Row, birth: Birth) => string);
  /** Columns whose words are looked for besides the title. */
  readonly textes: readonly string[] | ((row: Row, birth: Birth) => readonly string[]);
  /** Lowers what would hide better answers: 1 by default. */
  readonly poids?: (row: Row) => number;
}

const GENRES: Readonly<Record<string, string>> = {
  RLS: 'ReseauLocal',
  RTS: 'ReseauTerritorial',
  RSS: 'Region',
  RUISSS: 'Ruisss',
};

/** Every table of this level that says something to readers. */
const SOURCES: Readonly<Record<string, Source>> = {
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
    textes: ['description', 'clientele', 'objectifs'],
  },
  standard: { type: 'Standard', titre: 'enonce', textes: describeStandard },
  exigence: { type: 'Exigence', titre: nameExigence, textes: describeExigence, poids: weighExigence },
  ecart: { type: 'Ecart', titre: 'titre', textes: ['detail'] },
  element: { type: 'Element', titre: 'enonce', textes: ['note', 'precisions', 'groupe'] },
  palier: { type: 'Palier', titre: 'nom', textes: ['role'] },
  mandat: { type: 'Mandat', titre: 'enonce', textes: [] },
  reference_legale: {
    type: 'ReferenceLegale',
    titre: ({ loi, article }) => (article == null ? String(loi) : `${String(loi)}, art. ${String(article)}`),
    textes: ['fonde', 'note'],
  },
  chiffre: { type: 'Chiffre', titre: 'libelle', textes: ['unite', 'note'] },
  orientation: { type: 'OrientationMinisterielle', titre: 'titre', textes: ['titre_sommaire', 'objet'] },
  principe: { type: 'Principe', titre: 'nom', textes: [] },
  role_clsc: { type: 'RoleClsc', titre: 'nom', textes: ['nom_section'] },
  arrimage: { type: 'Arrimage', titre: 'avec', textes: ['mode'] },
  politique: { type: 'Politique', titre: 'titre', textes: ['statut'] },
  axe_politique: { type: 'AxePolitique', titre: 'titre', textes: [] },
  orientation_politique: { type: 'OrientationPolitique', titre: 'titre', textes: ['themes'] },
  modification_recommandee: { type: 'ModificationRecommandee', titre: 'enonce', textes: [] },
  domaine_partenariat: { type: 'DomainePartenariat', titre: 'nom', textes: ['visee'] },
  recommandation: { type: 'Recommandation', titre: 'enonce', textes: ['intention', 'note'] },
};

/** The rows of the search table, made from those of the others. */
export function toRechercheRows(birth: Birth): Rows {
  return Object.entries(SOURCES).flatMap(([table, source]) =>
    (birth[table] ?? []).map((row) => toRechercheRow(row, source, birth)),
  );
}

function toRechercheRow(row: Row, { type, titre, textes, poids }: Source, birth: Birth): Row {
  const title = typeof titre === 'string' ? String(row[titre]) : titre(row, birth);
  const parts =
    typeof textes === 'function' ? textes(row, birth) : textes.flatMap((name) => listTexts(row[name]));
  const texte = parts.join(' — ');
  return {
    type: typeof type === 'string' ? type : type(row),
    code: row['code'],
    titre: title,
    texte,
    poids: poids?.(row) ?? 1,
    code_normalise: normaliseTexte(String(row['code'])),
    titre_normalise: normaliseTexte(title),
    texte_normalise: normaliseTexte(texte),
    provenance: row['provenance'] ?? firstProvenance(row),
  };
}

function listTexts(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.map(String);
  return value == null ? [] : [String(value)];
}

function firstProvenance({ provenances }: Row): unknown {
  return { origine: 'TEXTE', ...(provenances as Rows)[0] };
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
  const thresholds = seuils.map(({ contenu }) => (contenu as { readonly texte: string }).texte);
  return [...thresholds, ...listTexts(texte), ...listTexts(note)];
}
