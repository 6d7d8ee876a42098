import { defineFollowed, defineVersions } from '@palier/runtime/memory/versions';
import { BilanExigence, type BilanExigenceValue } from './bilan/bilan.type.ts';
import { Campagne } from './campagne/campagne.type.ts';
import { Canevas } from './canevas/canevas.type.ts';
import { Etablissement } from './etablissement/etablissement.type.ts';
import { Indicateur } from './indicateur/indicateur.type.ts';
import { Examen, type ExamenValue } from './reddition/reddition.type.ts';

/** What Santé Québec's level follows through time. */
export const versions = [
  defineVersions(BilanExigence, {
    table: 'bilan_territoire',
    // The bilan as a whole says it.
    provenance: null,
    key: {
      campagne_code: ({ key }: BilanExigenceValue) => key.campagne,
      territoire_code: ({ key }: BilanExigenceValue) => key.territoire,
      exigence_code: ({ key }: BilanExigenceValue) => key.exigence,
      volet: ({ key }: BilanExigenceValue) => key.volet,
    },
    territoire: 'territoire_code',
    fields: ['conformes', 'nonConformes', 'indetermines', 'sansVerdict', 'absents'],
  }),
  defineVersions(Campagne, {
    table: 'campagne',
    fields: [
      'nom',
      'exercice',
      ['canevas', 'canevas_code'],
      'ouverteLe',
      'fermeeLe',
      'periodes',
      'echeanceRecommandee',
      'echeance',
      'cloture',
    ],
  }),
  defineVersions(Canevas, { table: 'canevas', fields: ['version', 'exercice', 'nature'] }),
  defineVersions(Etablissement, {
    table: 'etablissement',
    etablissement: 'code',
    fields: [
      'nom',
      'abrege',
      'categorie',
      'type',
      'santeQuebec',
      ['rattacheA', 'rattache_a'],
      'siege',
      ['siegeTerritoire', 'siege_territoire_code'],
      ['region', 'rss_code'],
    ],
  }),
  defineVersions(Indicateur, {
    table: 'indicateur',
    fields: ['nom', 'unite', 'direction', 'regle', 'frequence', 'volets'],
  }),
  defineVersions(Examen, {
    table: 'examen',
    key: { reddition_id: ({ redditionId }: ExamenValue) => redditionId },
    etablissement: 'etablissement_code',
    fields: ['statut', 'motifs', 'examineLe'],
  }),
  defineFollowed('RegleValidation', {
    table: 'regle_publiee',
    key: ['code', 'version'],
    fields: [
      'nom',
      'severite',
      'expression',
      'message',
      'remede',
      'unites',
      'exigences',
      'enVigueurDe',
      'enVigueurA',
    ],
  }),
  defineFollowed('RetraitRegle', {
    table: 'regle_retiree',
    key: ['code', 'version'],
    fields: [['retireeLe', 'retiree_le'], 'motif'],
  }),
  defineFollowed('CelluleRetournee', {
    table: 'cellule_retournee',
    key: ['reddition_id', 'mesure_id'],
    fields: ['motif', 'attendu'],
  }),
  defineFollowed('CelluleCanevas', {
    table: 'canevas_exigence',
    key: ['canevas_code', 'exigence_code'],
    fields: [
      ['canevas', 'canevas_code'],
      ['exigence', 'exigence_code'],
    ],
  }),
  defineFollowed('IndicateurCanevas', {
    table: 'canevas_indicateur',
    key: ['canevas_code', 'indicateur_code'],
    fields: [
      ['canevas', 'canevas_code'],
      ['indicateur', 'indicateur_code'],
    ],
  }),
  defineFollowed('ExceptionCampagne', {
    table: 'exception_campagne',
    key: ['acte'],
    etablissement: 'etablissement_code',
    fields: [['campagne', 'campagne_code'], 'jusquAu', 'motif'],
  }),
  defineFollowed('VersionRetenue', {
    table: 'version_retenue',
    key: ['campagne_code', 'etablissement_code'],
    etablissement: 'etablissement_code',
    fields: [['reddition', 'reddition_id'], 'raison'],
  }),
  defineFollowed('Transmission', {
    table: 'transmission',
    key: ['acte'],
    fields: [['campagne', 'campagne_code'], 'version', 'transmiseLe'],
  }),
  defineFollowed('Consolidation', {
    table: 'consolidation',
    key: ['campagne_code'],
    fields: ['source', 'version', ['consolideLe', 'consolide_le']],
  }),
  defineFollowed('ResponsabiliteTerritoire', {
    table: 'responsabilite_territoire',
    key: ['territoire_code'],
    territoire: 'territoire_code',
    etablissement: 'etablissement_code',
    fields: [
      ['etablissement', 'etablissement_code'],
      ['reseauTerritorial', 'rts_code'],
    ],
  }),
  defineFollowed('IndicateurExigence', {
    table: 'indicateur_exigence',
    key: ['exigence_code', 'volet'],
    fields: [['indicateur', 'indicateur_code']],
  }),
  defineFollowed('IndicateurRefuse', {
    table: 'indicateur_refuse',
    key: ['standard_code'],
    fields: ['raison', 'motif', 'exigences'],
  }),
  defineFollowed('SuiteConstat', {
    table: 'suite_constat',
    key: ['constat_id'],
    fields: ['decision', 'reponse', 'donneeLe'],
  }),
  defineFollowed('AnalyseDemande', {
    table: 'analyse_demande',
    key: ['demande_id'],
    fields: ['effetDomino', 'conclusion', 'rendueLe'],
  }),
  defineFollowed('Outil', { table: 'outil', key: ['code'], fields: ['nom'] }),
  defineFollowed('LevierNational', { table: 'levier_national', key: ['code'], fields: ['nom'] }),
];
