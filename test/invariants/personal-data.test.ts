import { isInputObjectType, isObjectType } from 'graphql';
import { describe, expect, it } from 'vitest';
import { readPublicApi } from './public-api.ts';

// V1, V12, V13, V14 and V15 are about acts and persons: the attachment of a person, the meetings of an episode of
// service, a change of territory in force. At birth the graph holds no person and no act, and its schema has no place for
// a person. What holds today, and what these tests hold, is just that: nobody can be named, reached or told apart here.

/** What the types with a name give the name of: a place, an organization, a thing of the texts; never somebody. */
const NAMED: Readonly<Record<string, string>> = {
  ActionPossible: 'an act',
  Campagne: 'a campaign',
  DomainePartenariat: 'a domain of the document 002',
  Etablissement: 'an organization',
  EtablissementPublie: 'an organization',
  Indicateur: 'an indicator',
  Installation: 'a building',
  InstallationPubliee: 'a building',
  LevierNational: 'a lever of the document 004',
  LimitePubliee: 'a place',
  NiveauPrevention: 'a level of prevention',
  Outil: 'a tool of the document 004',
  Palier: 'a level of governance',
  Principe: 'a principle',
  RegleAPublier: 'a rule',
  RegleValidation: 'a rule',
  Region: 'a place',
  ReseauLocal: 'a place',
  ReseauTerritorial: 'a place',
  RoleClsc: 'a role of a CLSC',
  Ruisss: 'a place',
  ServiceSocial: 'a service',
  TerritoireClsc: 'a place',
};

/** The types about people, and all that they may say: a function, dates, what proves it. */
const ABOUT_PEOPLE: Readonly<Record<string, readonly string[]>> = {
  Delegation: ['consentieLe', 'etablissement', 'provenance'],
  Designation: [
    'delegation',
    'designeeLe',
    'enFonctionDepuis',
    'etablissement',
    'finLe',
    'id',
    'provenance',
    'territoire',
    'versions',
  ],
  FonctionEtablissement: ['absence', 'depuis', 'fonction', 'provenance'],
  Gestionnaire: [
    'absence',
    'delegation',
    'designation',
    'enFonctionDepuis',
    'etablissement',
    'fonction',
    'provenance',
  ],
  LienPersonne: ['caractere', 'cible', 'code', 'lien', 'provenance'],
  Partenaire: ['designation', 'id', 'provenance', 'territoire', 'type', 'versions'],
  VersionDesignation: [
    'connuDepuis',
    'connuJusqua',
    'designeeLe',
    'enFonctionDepuis',
    'etablissement',
    'finLe',
    'finiParActe',
    'parActe',
    'provenance',
  ],
  VersionPartenaire: [
    'connuDepuis',
    'connuJusqua',
    'designation',
    'finiParActe',
    'parActe',
    'provenance',
    'type',
  ],
};

const PERSONAL =
  /^(prenom|nomfamille|nomcomplet|patronyme|courriel|email|telephone|cellulaire|poste|telecopieur|adresse|codepostal|nam|ramq|nas|datenaissance|naissance|age|sexe|genre|langue|photo|signature|usager|patient|personne|beneficiaire|dossier|pseudonyme|titulaire|identite|auteur|responsable)$/i;

/** What an act says of who did it, and how it is proved: the subject of a token, never a person's name; a signature of a level. */
const OF_ACTS = new Set([
  'Acte.auteur',
  'Recu.signature',
  'ContresignatureEtablissements.signature',
  'ContresignatureMsss.signature',
  'ContresignatureSanteQuebec.signature',
]);
/** Of a building, and of figures of many people. */
const OF_PLACES_AND_COUNTS = new Set(
  [
    'EtablissementPublie.adresse',
    'EtablissementPublie.codePostal',
    'InstallationPubliee.adresse',
    'InstallationPubliee.codePostal',
    'PopulationDetaillee.sexe',
  ].flatMap((field) => [field, `Version${field}`]),
);
const JOURNALS = ['journalEtablissements', 'journalMsss', 'journalSanteQuebec'];

const types = Object.values(readPublicApi().getTypeMap())
  .filter((type) => isObjectType(type) || isInputObjectType(type))
  .filter(({ name }) => !name.startsWith('__'));

const names = types.flatMap((type) =>
  Object.keys(type.getFields()).map((field) => ({ type: type.name, field })),
);

describe('no personal data', () => {
  it('has a field to go into', () => {
    const personal = names.filter(({ field }) => PERSONAL.test(field));
    const others = personal.map(({ type, field }) => `${type}.${field}`);
    expect(others.filter((name) => !OF_ACTS.has(name) && !OF_PLACES_AND_COUNTS.has(name))).toEqual([]);
  });

  it('goes by a name: only places, organizations and things of the texts have one', () => {
    // What was known of a thing names it as the thing itself.
    const withName = names
      .filter(({ field }) => field === 'nom')
      .map(({ type }) => type.replace(/^Version(?=[A-Z])/, ''));
    const help =
      'A type with a field « nom » names a place, an organization or a thing of the texts: NAMED of test/invariants/personal-data.test.ts says which';
    expect([...new Set(withName)].sort(), help).toEqual(Object.keys(NAMED).sort());
  });

  it('can be asked for: no argument takes any', () => {
    const taken = types
      .filter(isObjectType)
      .flatMap((type) => Object.values(type.getFields()))
      // Counts of people are narrowed to a sex.
      .filter(({ name }) => ![...JOURNALS, 'populationsDetaillees'].includes(name))
      .flatMap(({ args }) => args.map(({ name }) => name));
    expect(taken.filter((name) => PERSONAL.test(name))).toEqual([]);
  });

  it.each(Object.entries(ABOUT_PEOPLE))('is said of a %s: nothing but these fields', (name, fields) => {
    const type = types.find((one) => one.name === name);
    expect(Object.keys(type?.getFields() ?? {}).sort()).toEqual([...fields]);
  });

  it('has a type: nobody is an entity of the graph', () => {
    const people = types
      .map(({ name }) => name)
      .filter((name) => /^(Personne|Usager|Citoyen|Patient|Employe|Intervenant|Navigateur\w*)$/.test(name));
    expect(people).toEqual([]);
  });
});
