import { defineFollowed, defineVersions } from '@palier/runtime/memory/versions';
import { Arrimage } from './arrimage/arrimage.type.ts';
import { Chiffre } from './chiffre/chiffre.type.ts';
import { Region, ReseauLocal, ReseauTerritorial, Ruisss } from './decoupage/decoupage.type.ts';
import { DocumentCite } from './document-cite/document-cite.type.ts';
import { Document } from './document/document.type.ts';
import { Ecart } from './ecart/ecart.type.ts';
import { Element } from './element/element.type.ts';
import { Enonce } from './enonce/enonce.type.ts';
import { Exigence } from './exigence/exigence.type.ts';
import { Seuil } from './exigence/seuil.type.ts';
import { Livrable } from './livrable/livrable.type.ts';
import { OrientationMinisterielle } from './orientation/orientation.type.ts';
import { Mandat, Palier } from './palier/palier.type.ts';
import { DomainePartenariat, Recommandation } from './partenariat/partenariat.type.ts';
import {
  AxePolitique,
  ModificationRecommandee,
  OrientationPolitique,
  Politique,
} from './politique/politique.type.ts';
import { Principe } from './principe/principe.type.ts';
import { ReferenceLegale } from './reference-legale/reference-legale.type.ts';
import { RoleClsc } from './role-clsc/role-clsc.type.ts';
import { SectionDocument } from './section-document/section-document.type.ts';
import { ServiceSocial } from './service-social/service-social.type.ts';
import { Standard } from './standard/standard.type.ts';
import { Population, type PopulationValue, TerritoireClsc } from './territoire-clsc/territoire-clsc.type.ts';

const SEUIL_FIELDS = [
  'valeur',
  'comparateur',
  'unite',
  'part',
  'declencheur',
  'precision',
  'condition',
  'echeance',
  'texte',
  'volet',
];

const code = ({ code: value }: { readonly code: string }): string => value;
const unite = (genre: string, ...fields: (string | readonly [string, string])[]) => ({
  table: 'unite',
  key: { genre, code },
  fields: ['nom', ['nombrePersonnes', 'population'], 'anneePopulation', ...fields] as const,
});

/** What the ministry's level follows through time. */
export const versions = [
  defineVersions(TerritoireClsc, {
    table: 'territoire_clsc',
    territoire: 'code',
    fields: [
      'nom',
      ['nom2017', 'nom_2017'],
      ['reseauLocal', 'rls_code'],
      ['reseauTerritorial', 'rts_code'],
      ['region', 'rss_code'],
      ['ruisss', 'ruisss_code'],
      'superficieKm2',
      ['nombreInstallations', 'nb_installations'],
      'valideDepuis',
      'valideJusqua',
    ],
  }),
  defineVersions(Population, {
    table: 'population',
    key: {
      territoire_code: ({ territoireCode }: PopulationValue) => territoireCode,
      annee: ({ annee }: PopulationValue) => annee,
    },
    territoire: 'territoire_code',
    fields: ['nombre', 'nature'],
  }),
  defineVersions(ReseauLocal, unite('RLS', ['compteDansLes93', 'compte_dans_les_93'], 'ancienNom')),
  defineVersions(ReseauTerritorial, unite('RTS', 'conventionnel', ['region', 'rss_code'])),
  defineVersions(Region, unite('RSS')),
  defineVersions(Ruisss, unite('RUISSS')),
  defineVersions(Exigence, {
    table: 'exigence',
    fields: ['statut', 'statutLitteral', 'texte', 'concordance', 'note'],
  }),
  defineVersions(Exigence, {
    table: 'seuil',
    key: { exigence_code: code },
    of: { type: Seuil, field: 'versionsSeuils' },
    fields: SEUIL_FIELDS.map((field) => [field, `contenu.${field}`] as const),
  }),
  defineVersions(Standard, {
    table: 'standard',
    fields: ['attribut', 'sousGroupe', 'enonce', 'type', ['sourceStandard', 'source']],
  }),
  defineVersions(ServiceSocial, { table: 'service_social', fields: ['nom', 'description', 'clientele'] }),
  defineVersions(Chiffre, {
    table: 'chiffre',
    fields: ['libelle', 'valeur', 'unite', 'comparateur', 'declencheur', 'echeance', 'note'],
  }),
  defineVersions(Ecart, {
    table: 'ecart',
    fields: ['serie', 'titre', 'detail', 'gravite', 'graviteInferee'],
  }),
  defineVersions(Document, {
    table: 'document',
    fields: ['titre', 'emetteur', 'destinataire', 'date', 'statut', 'portee', 'note'],
  }),
  defineVersions(ReferenceLegale, {
    table: 'reference_legale',
    fields: ['loi', 'article', 'fonde', 'concerne', 'note'],
  }),
  defineVersions(Element, { table: 'element', fields: ['groupe', 'enonce', 'note', 'nonDit'] }),
  defineVersions(Palier, { table: 'palier', fields: ['niveau', 'nom', 'role'] }),
  defineVersions(Mandat, { table: 'mandat', fields: ['enonce', ['palier', 'palier_code']] }),
  defineVersions(RoleClsc, { table: 'role_clsc', fields: ['nom', 'nomSection', 'sigle'] }),
  defineVersions(Arrimage, { table: 'arrimage', fields: ['avec', 'mode'] }),
  defineVersions(OrientationMinisterielle, {
    table: 'orientation',
    fields: ['titre', 'titreSommaire', 'objet'],
  }),
  defineVersions(DomainePartenariat, { table: 'domaine_partenariat', fields: ['nom', 'visee'] }),
  defineVersions(Recommandation, {
    table: 'recommandation',
    fields: ['enonce', ['palier', 'palier_code'], 'prioritaire', 'intention', 'statut', 'note'],
  }),
  defineVersions(Politique, { table: 'politique', fields: ['titre', 'statut'] }),
  defineVersions(AxePolitique, { table: 'axe_politique', fields: ['rang', 'titre'] }),
  defineVersions(OrientationPolitique, { table: 'orientation_politique', fields: ['titre'] }),
  defineVersions(ModificationRecommandee, {
    table: 'modification_recommandee',
    fields: ['type', 'enonce', 'statut'],
  }),
  defineVersions(Principe, { table: 'principe', fields: ['nom', 'enonce'] }),
  defineVersions(Enonce, {
    table: 'enonce',
    fields: [
      'nature',
      'statut',
      'groupe',
      'theme',
      ['orientation', 'orientation_code'],
      'enonce',
      'porteur',
      'voix',
      'competence',
      'loi',
      'article',
    ],
  }),
  defineVersions(SectionDocument, { table: 'section_document', fields: ['rang', 'titre'] }),
  defineVersions(Livrable, { table: 'livrable', fields: ['titre', 'date', 'etat'] }),
  defineVersions(DocumentCite, { table: 'document_cite', fields: ['reference'] }),
  defineFollowed('Appreciation', {
    table: 'appreciation',
    key: ['acte'],
    fields: [
      ['campagne', 'campagne_code'],
      'version',
      'texte',
      ['date', 'jour'],
      'versionBilans',
      'apprecieeLe',
    ],
  }),
  defineFollowed('Assertion', {
    table: 'assertion',
    key: ['exigence_code', 'rang'],
    fields: ['source', 'nature', 'statut', 'litteral', 'texte', 'seuil', 'volet', 'dit'],
  }),
  defineFollowed('Obligation', {
    table: 'obligation',
    key: ['code'],
    fields: ['paliers', 'autresActeurs', 'acteurInfere'],
  }),
];
