import { normaliseTexte } from '@palier/runtime/normalise-texte';

/** A code to look for, as `normaliseTexte` gives it. */
export interface CodeDemande {
  readonly normalise: string;
  /** Those that may have it; all of them when undefined. */
  readonly types?: readonly string[];
}

/** What people call things, before their code or beside their name. */
const NOMS: readonly (readonly [nom: string, types: readonly string[]])[] = [
  ['document', ['Document']],
  ['territoire de CLSC', ['TerritoireClsc']],
  ['territoire', ['TerritoireClsc']],
  ['CLSC', ['TerritoireClsc']],
  ['réseau local de services', ['ReseauLocal']],
  ['réseau local', ['ReseauLocal']],
  ['RLS', ['ReseauLocal']],
  ['réseau territorial de services', ['ReseauTerritorial']],
  ['réseau territorial', ['ReseauTerritorial']],
  ['RTS', ['ReseauTerritorial']],
  ['région sociosanitaire', ['Region']],
  ['région', ['Region']],
  ['RSS', ['Region']],
  ['RUISSS', ['Ruisss']],
  ['standard', ['Standard']],
  // What a standard asks of each service is under its code.
  ['exigence', ['Standard', 'Exigence']],
  ['écart', ['Ecart']],
  ['élément', ['Element']],
  ['énoncé', ['Enonce']],
  ['mandat', ['Mandat']],
  ['chiffre', ['Chiffre']],
  ['principe', ['Principe']],
  ['recommandation', ['Recommandation']],
  ['livrable', ['Livrable']],
  ['rôle d’un CLSC', ['RoleClsc']],
  ['palier de gouvernance', ['Palier']],
  ['service social', ['ServiceSocial']],
  ['loi', ['ReferenceLegale']],
  ['domaine de partenariat', ['DomainePartenariat']],
  ['orientation ministérielle', ['OrientationMinisterielle']],
  ['politique', ['Politique']],
];

/** Words that say nothing of one among so many. */
const SANS_NOM: ReadonlySet<string> = new Set(['Enonce', 'Element', 'Chiffre']);

/** What the things of a type are called. */
export const listNomsDeType = (type: string): readonly string[] =>
  SANS_NOM.has(type) ? [] : NOMS.filter(([, types]) => types.at(-1) === type).map(([nom]) => nom);

const known = NOMS.map(([nom, types]) => ({ nom: `${normaliseTexte(nom)} `, types }));
const ARTICLE = /^(?:l|le|la|les|du|de|des|d) /;

/** The code that is asked, alone or after the word for what it is: « A-P11 », « mandat S4 », « le territoire 06112 ». */
export function readCode(normalise: string): CodeDemande {
  const said = normalise.replace(ARTICLE, '');
  const found = known.find(({ nom }) => said.startsWith(nom) && /\d/.test(said.slice(nom.length)));
  return found === undefined
    ? { normalise }
    : { normalise: said.slice(found.nom.length), types: found.types };
}
