// Written by a command from the graph and its operations: edit those, not this file.
import type { Operation } from './operation.ts';

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/** Attribut de service sous lequel le document 003 range un standard. */
export type Attribut =
  /** Accessibilité : géographique, temporelle, professionnelle. */
  | 'ACCESSIBILITE'
  /** Qualité : ces standards ne sont pas des indicateurs. */
  | 'QUALITE'
  /** Continuité : arrimage, renseignements, coordination. */
  | 'CONTINUITE'
  /** Efficacité et efficience : dans les fiches seulement (écart D-11). */
  | 'EFFICACITE_EFFICIENCE';

/** Sorte d’établissement public. */
export type CategorieEtablissement =
  /** Établissement territorial : il dirige un réseau territorial de services et met en œuvre les CLSC. */
  | 'ETABLISSEMENT_TERRITORIAL'
  /** Centre hospitalier universitaire ou institut. */
  | 'AUTRE_QUE_TERRITORIAL'
  /** Établissement regroupé, rattaché à un établissement territorial ; statut de 2026 à valider. */
  | 'REGROUPE'
  /** Établissement nordique, hors de Santé Québec. */
  | 'HORS_SANTE_QUEBEC_NORDIQUE';

/** Les trois paliers de gouvernance. */
export type CodePalier =
  /** Ministère de la Santé et des Services sociaux : palier stratégique. */
  | 'MSSS'
  /** Santé Québec : palier tactique. */
  | 'SANTE_QUEBEC'
  /** Établissements territoriaux : palier opérationnel. */
  | 'ETABLISSEMENT';

/** Les quatre rôles d’un CLSC, dans l’ordre du document 004. */
export type CodeRoleClsc =
  /** Navigateur (2.4.1). Rôle d’un CLSC, non le navigateur de services du document 000. */
  | 'NAVIGATEUR'
  /** Coordonnateur territorial (2.4.2). */
  | 'COORDONNATEUR'
  /** Leader intersectoriel et ambassadeur territorial (2.4.3). */
  | 'LEADER_INTERSECTORIEL'
  /** Coanimateur (2.4.4). */
  | 'COANIMATEUR';

/** Les six services sociaux généraux, dans l’ordre de leurs fiches. */
export type CodeService =
  /** Accueil, analyse, orientation et référence (fiche 1). */
  | 'AAOR'
  /** Consultation téléphonique psychosociale en tout temps (fiche 2). */
  | 'INFO_SOCIAL'
  /** Intervention de crise dans le milieu (fiche 3). */
  | 'CRISE'
  /** Consultation sociale (fiche 4). */
  | 'CONSULT_SOCIALE'
  /** Consultation psychologique (fiche 5). */
  | 'CONSULT_PSY'
  /** Volet psychosocial en contexte de sécurité civile (fiche 6). */
  | 'SECURITE_CIVILE';

/** Comment une valeur se compare au seuil. */
export type Comparateur =
  /** Moins que le seuil. */
  | 'INFERIEUR'
  /** Au plus le seuil. */
  | 'INFERIEUR_OU_EGAL'
  /** Le seuil même. */
  | 'EGAL'
  /** Au moins le seuil. */
  | 'SUPERIEUR_OU_EGAL'
  /** Plus que le seuil. */
  | 'SUPERIEUR';

/** Accord entre l’Annexe II et la fiche, pour une cellule. */
export type Concordance =
  /** Même obligation ; un écart mineur de libellé reste possible. */
  | 'CONCORDE'
  /** Statut, valeur, comparateur, échéance, condition ou objet diffèrent. */
  | 'ECART'
  /** Sans objet à l’Annexe II, et la fiche n’en fait pas un standard. */
  | 'SANS_OBJET'
  /** Réalités régionales à l’Annexe II, et la fiche n’en dit rien. */
  | 'REALITES_REGIONALES'
  /** L’Annexe II fixe le standard ; la fiche n’en dit rien. */
  | 'FICHE_MUETTE'
  /** La fiche n’en parle que dans sa description. */
  | 'DESCRIPTION_SEULEMENT'
  /** Énoncé de la fiche, sans rangée à l’Annexe II. */
  | 'FICHE_SEULEMENT'
  /** Ni l’Annexe II ni cette fiche n’en parlent. */
  | 'ABSENT_PARTOUT';

/** Dans quel sens une valeur s’améliore. */
export type DirectionIndicateur =
  /** Une valeur plus basse est meilleure : un délai, par exemple. */
  | 'PLUS_BAS_MIEUX'
  /** Une valeur plus haute est meilleure : des heures d’accès, par exemple. */
  | 'PLUS_HAUT_MIEUX';

/** Où en est ce qui est dû (déduit : aucun texte ne nomme ces états). */
export type EtatObligation =
  /** Pas encore reçue, et son échéance, si elle en a une, n’est pas passée, ou sa période n’est pas finie (vingt-huit jours chacune, la dernière jusqu’au 31 mars : une inférence). */
  | 'ATTENDUE'
  /** Reçue ; la campagne n’a pas d’échéance à laquelle la comparer. */
  | 'RECUE'
  /** Reçue au plus tard à l’échéance, et ni retournée ni consolidée. */
  | 'A_TEMPS'
  /** L’échéance est passée : reçue après elle (`recueLe`), et ni retournée ni consolidée, ou encore attendue (`recueLe` nul), sa période étant finie. Reçue après elle, quoi que Santé Québec en ait fait depuis : `aTemps: false`. */
  | 'EN_RETARD'
  /** Retournée par Santé Québec ; tant que la campagne est ouverte, une nouvelle version y répond. */
  | 'RETOURNEE'
  /** Consolidée par Santé Québec. */
  | 'CONSOLIDEE'
  /** Jamais reçue, sa période étant finie, et la campagne est fermée, ou la clôture ou l’exception accordée est passée. D’une période qui n’était pas finie à sa fermeture, une campagne ne demande plus rien. */
  | 'ABSENTE';

/** Ce que l’établissement déclare offrir ; aucun texte ne donne cette échelle. */
export type EtatOffre =
  /** Le service est offert dans le territoire. */
  | 'OFFERTE'
  /** Une partie seulement du service y est offerte. */
  | 'PARTIELLE'
  /** Le service n’y est pas offert. */
  | 'NON_OFFERTE';

/** Étapes qui reviennent à l’établissement ; la suite est l’examen de Santé Québec. Le découpage en étapes est une inférence. */
export type EtatReddition =
  /** En cours de saisie. */
  | 'SAISIE'
  /** Soumise à Santé Québec. */
  | 'SOUMISE'
  /** Retirée par l’établissement avant d’être examinée. */
  | 'RETIREE';

/** Issue de la comparaison d’une mesure avec son exigence. */
export type EtatVerdict =
  /** Le seuil est respecté, selon toutes les sources qui en donnent un. */
  | 'CONFORME'
  /** Le seuil n’est pas respecté, selon toutes les sources qui en donnent un. */
  | 'NON_CONFORME'
  /** Les sources se contredisent, ou posent une condition que la mesure ne porte pas : le verdict de chacune est donné. */
  | 'INDETERMINE'
  /** Rien à comparer : réalités régionales, sans objet, qualité, pas de valeur, pas de volet, ou un seuil qui n’est pas un nombre. */
  | 'SANS_VERDICT';

/** Combien de fois une valeur est attendue. Déduit : le document 004 ne donne aucune périodicité. */
export type FrequenceIndicateur =
  /** Une valeur par période financière, soit treize par exercice. */
  | 'PERIODE_FINANCIERE'
  /** Une valeur par exercice, saisie à la treizième période. */
  | 'EXERCICE';

/** Portée d’un écart entre deux sources. */
export type Gravite =
  /** Change un statut, une valeur, un acteur, une règle ou un compte. */
  | 'MAJEURE'
  /** Libellé, présentation ou précision. */
  | 'MINEURE'
  /** À savoir pour bien lire ; rien ne se contredit. */
  | 'MISE_EN_GARDE';

/** Où la source parle, et donc avec quelle force. */
export type NatureAssertion =
  /** Cellule de l’Annexe II. */
  | 'SYNTHESE'
  /** Énoncé des standards fixés de la fiche. */
  | 'STANDARD'
  /** Description du service dans la fiche : hors de ses standards fixés. */
  | 'DESCRIPTION';

/** Nature d’un chiffre de population. */
export type NaturePopulation =
  /** Estimation d’une année passée. */
  | 'ESTIMATION'
  /** Projection : ce n’est pas un dénombrement. */
  | 'PROJECTION';

/** D’où vient un fait. */
export type Origine =
  /** Écrit dans un document cité. */
  | 'TEXTE'
  /** Lu dans une table publiée par le ministère. */
  | 'TABLE_OFFICIELLE'
  /** Déduit par Palier : aucun texte ne le dit. */
  | 'INFERENCE'
  /** Saisi par un palier dans ce graphe. */
  | 'SAISIE'
  /** Donnée fictive, pour la démonstration seulement. */
  | 'DEMONSTRATION';

/** Place d’une population par rapport au repère de 25 000 à 50 000 personnes, bornes comprises. */
export type PositionRepere =
  | 'SOUS_LE_REPERE'
  | 'DANS_LE_REPERE'
  | 'AU_DESSUS_DU_REPERE';

/** Ce qu’une version répond à une mesure retournée. */
export type ReponseLigne =
  /** Elle en dit un autre chiffre : valeur, numérateur, dénominateur, ou statut de ce qui n’en a pas. Le même chiffre ressaisi n’en est pas un autre ; AUCUN_CAS et NON_DISPONIBLE sont justifiés. */
  | 'CORRIGEE'
  /** Elle en dit le même chiffre, et le justifie. */
  | 'MAINTENUE';

/** Partie du document 003 qui parle. */
export type SourceAssertion =
  /** Le tableau de l’Annexe II, qui se dit une synthèse. */
  | 'ANNEXE_II'
  /** La fiche du service : ses standards fixés ou sa description. */
  | 'FICHE';

/** État d’une campagne (déduit : aucun texte ne nomme ces états). */
export type StatutCampagne =
  /** Les établissements peuvent saisir. */
  | 'OUVERTE'
  /** La saisie est close. */
  | 'FERMEE';

/** Ce que Santé Québec a fait d’une reddition (déduit : aucun texte ne nomme ces états). */
export type StatutExamen =
  /** Retournée à l’établissement, avec ses motifs. */
  | 'RETOURNEE'
  /** Acceptée au terme de l’examen. */
  | 'CONSOLIDEE'
  /** Transmise au ministère. Jamais donné : ce sont les bilans d’une campagne qui sont transmis. */
  | 'TRANSMISE';

/** Ce qu’une cellule du document 003 demande à un service. */
export type StatutExigence =
  /** Le ministère fixe le standard. */
  | 'FIXE'
  /** Renvoi aux réalités régionales : aucune valeur nationale. */
  | 'REALITES_REGIONALES'
  /** Le standard ne s’applique pas à ce service. */
  | 'SANS_OBJET'
  /** Aucune source n’en dit rien pour ce service. */
  | 'NON_DIT';

/** Ce que vaut un chiffre. */
export type StatutFigure =
  /** Saisi, encore susceptible de changer. */
  | 'PROVISOIRE'
  /** Corrigé après une première saisie. */
  | 'REVISEE'
  /** Arrêté. */
  | 'FINALE'
  /** Retenu pour protéger les personnes : la valeur est nulle. */
  | 'SUPPRIMEE'
  /** N’a pas pu être mesuré : la valeur est nulle. */
  | 'NON_DISPONIBLE'
  /** Rien à déclarer : aucun cas dans la période. Ce n’est pas zéro : la valeur est nulle. */
  | 'AUCUN_CAS';

/** Ordre d’une liste de redditions. */
export type TriRedditions =
  /** Par identifiant : campagne, puis établissement. L’ordre par défaut. */
  | 'IDENTIFIANT'
  /** Par instant de soumission ; ce qui n’est pas soumis à la fin. */
  | 'SOUMISE_LE'
  /** Par numéro de version. */
  | 'VERSION'
  /** Par code d’établissement. */
  | 'ETABLISSEMENT';

/** Les deux sortes d’ententes du document 003 (L333-357, L364-389). */
export type TypeEntente =
  /** Prestation : clientèles, services, volumes et, s’il y a lieu, ressources convenus. */
  | 'SERVICE'
  /** Coordination seulement : généralement sans volume ni financement. */
  | 'COLLABORATION';

export type PageCodeQueryVariables = Exact<{
  code: string;
  canevas?: boolean;
  campagne?: boolean;
  mesure?: boolean;
  reddition?: boolean;
  fiche?: boolean;
}>;


export type PageCodeQuery = { Campagne?: { code: string, nom: string, provenance: { origine: Origine } } | null, Mesure?: { __typename: 'Mesure', volet: string | null, code: string, territoire: { nom: string } | null, exigence: { standard: { enonce: string }, service: { nom: string } } | null, periode: { code: string }, provenance: { origine: Origine } } | null, Reddition?: { __typename: 'Reddition', campagne: string, version: number, code: string, etablissement: { nom: string } | null, provenance: { origine: Origine } } | null, Canevas?: { code: string, nom: string, provenance: { origine: Origine } } | null, Entente: { code: string, nom: TypeEntente, provenance: { origine: Origine } } | null, Constat: { code: string, nom: string, provenance: { origine: Origine } } | null, Designation: { code: string, nom: string, provenance: { origine: Origine } } | null, ExerciceRole: { code: string, nom: string, provenance: { origine: Origine } } | null, OffreService: { code: string, nom: string, provenance: { origine: Origine } } | null, Partenaire: { code: string, nom: string, provenance: { origine: Origine } } | null, ValeurRegionale: { code: string, nom: string, provenance: { origine: Origine } } | null, Installation: { code: string, nom: string, provenance: { origine: Origine } } | null, InstallationPubliee?: { code: string, nom: string | null, provenance: { origine: Origine } } | null, EtablissementPublie?: { code: string, nom: string | null, provenance: { origine: Origine } } | null };

export type PageCodeInterneQueryVariables = Exact<{
  code: string;
}>;


export type PageCodeInterneQuery = { DemandeModification: { code: string, nom: string, provenance: { origine: Origine } } | null };

export type PageCodePostalQueryVariables = Exact<{
  code: string;
}>;


export type PageCodePostalQuery = { territoireParCodePostal: { code: string, territoires: Array<{ code: string, nom: string, provenance: { origine: Origine } }>, absence: { motif: string } | null } | null };

export type PageRechercheQueryVariables = Exact<{
  texte: string;
}>;


export type PageRechercheQuery = { recherche: { totalCount: number, nombreComplets: number, motsAbsents: Array<string>, nodes: Array<{ type: string, code: string, titre: string, extrait: string, complet: boolean, provenance: { origine: Origine, lignes: string | null, document: { code: string } | null } } | null>, ailleurs: Array<{ champ: string, contenu: string, palier: { nom: string } | null }> } | null, lexique: Array<{ code: string }> | null, etablissements: Array<{ code: string, nom: string, abrege: string | null, provenance: { origine: Origine } }> | null, indicateurs: Array<{ code: string, nom: string, regle: string, provenance: { origine: Origine } }> | null, reglesValidation: { totalCount: number, nodes: Array<{ code: string, nom: string, message: string, provenance: { origine: Origine } } | null> } | null, outils: Array<{ code: string, nom: string, provenance: { origine: Origine } }> | null, leviersNationaux: Array<{ code: string, nom: string, provenance: { origine: Origine } }> | null };

export type RetoursEtablissementQueryVariables = Exact<{
  etablissement: string;
  campagne?: string | null | undefined;
  tri?: TriRedditions | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type RetoursEtablissementQuery = { etablissement: { code: string, nom: string, redditions: { totalCount: number, absence: { motif: string, doitRepondre: { nom: string } | null, mandat: { code: string } | null } | null } | null } | null, redditions: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, absence: { motif: string, doitRepondre: { nom: string } | null, mandat: { code: string } | null } | null, nodes: Array<{ id: string, campagne: string, version: number, etat: EtatReddition, soumiseLe: string | null, retireeLe: string | null, provenance: { origine: Origine }, depasseePar: { id: string, version: number } | null, examen: { statut: StatutExamen | null, motifs: Array<string>, examineLe: string | null, contradiction: string | null, provenance: { origine: Origine } | null, absence: { motif: string, doitRepondre: { nom: string } | null, mandat: { code: string } | null } | null, cellules: Array<{ mesureId: string, motif: string, attendu: string, mesure: { volet: string | null, unite: string | null, territoire: { code: string, nom: string } | null, exigence: { code: string, service: { nom: string } } | null, periode: { code: string }, lignes: Array<{ statut: StatutFigure, valeur: number | null, reponse: ReponseLigne | null, justification: string | null, reddition: { id: string, campagne: string, version: number } | null }> } | null } | null> } | null } | null> } | null };

export type TableauCampagnesRenduesQueryVariables = Exact<{ [key: string]: never; }>;


export type TableauCampagnesRenduesQuery = { redditions: { origine: Origine | null, repartition: Array<{ cle: string | null, libelle: string, nombre: number, fictifs: number }> } | null };

export type TableauCarteQueryVariables = Exact<{
  exigence: string;
  campagne?: string | null | undefined;
  periode?: string | null | undefined;
}>;


export type TableauCarteQuery = { mesures: { totalCount: number, nodes: Array<{ id: string, volet: string | null, valeur: number | null, unite: string | null, statut: StatutFigure, territoire: { code: string, nom: string } | null, periode: { code: string }, verdict: { etat: EtatVerdict, motif: string, parSource: Array<{ source: SourceAssertion, etat: EtatVerdict }> } | null, provenance: { origine: Origine } } | null>, absence: { motif: string, doitRepondre: { code: CodePalier, nom: string } | null, mandat: { code: string } | null } | null } | null };

export type TableauCarteTerritoiresQueryVariables = Exact<{
  exigence: string;
  campagne?: string | null | undefined;
  periode: string;
  volet?: string | null | undefined;
}>;


export type TableauCarteTerritoiresQuery = { territoiresClsc: { totalCount: number, nodes: Array<{ code: string, nom: string, region: { code: string, nom: string }, etablissement: { code: string, nom: string, abrege: string | null, categorie: CategorieEtablissement } | null, provenanceEtablissement: { origine: Origine } | null, mesures: { totalCount: number, nodes: Array<{ id: string, volet: string | null, valeur: number | null, unite: string | null, statut: StatutFigure, periode: { code: string }, verdict: { etat: EtatVerdict, motif: string } | null, provenance: { origine: Origine } } | null>, absence: { motif: string, origine: Origine | null, doitRepondre: { code: CodePalier, nom: string } | null, mandat: { code: string } | null } | null } | null } | null> } | null };

export type TableauChoixQueryVariables = Exact<{ [key: string]: never; }>;


export type TableauChoixQuery = { campagnes: { totalCount: number, nodes: Array<{ code: string, nom: string, exercice: string, periodes: Array<string>, courante: boolean, statut: StatutCampagne, canevas: { cellules: Array<{ exigenceCode: string } | null> } | null, provenance: { origine: Origine } } | null>, absence: { motif: string, doitRepondre: { nom: string } | null, mandat: { code: string } | null } | null } | null, indicateurs: Array<{ code: string, nom: string, unite: string, direction: DirectionIndicateur, frequence: FrequenceIndicateur, volets: Array<string>, exigences: Array<{ code: string, service: { code: CodeService, nom: string } } | null> | null }> | null };

export type TableauComptesQueryVariables = Exact<{
  code: string;
  campagne?: string | null | undefined;
}>;


export type TableauComptesQuery = { etablissement: { code: string, obligations: { origine: Origine | null, repartition: Array<{ cle: string | null, libelle: string, nombre: number, fictifs: number }> } | null } | null };

export type TableauEtablissementQueryVariables = Exact<{
  code: string;
  campagne?: string | null | undefined;
}>;


export type TableauEtablissementQuery = { etablissement: { code: string, nom: string, abrege: string | null, categorie: CategorieEtablissement, type: string, siege: string | null, region: { code: string, nom: string } | null, provenance: { origine: Origine, section: string | null }, pdg: { depuis: string | null, provenance: { origine: Origine } | null, absence: { motif: string, doitRepondre: { nom: string } | null, mandat: { code: string } | null } | null } | null, territoires: Array<{ code: string, nom: string, provenanceEtablissement: { origine: Origine } | null, bilan: { consolideLe: string, source: string, conformes: number, nonConformes: number, indetermines: number, sansVerdict: number, absents: number, attendues: number, verdictsReserves: boolean, provenance: { origine: Origine } } | null } | null> | null, redditions: { repartition: Array<{ cle: string | null, nombre: number }>, absence: { motif: string, doitRepondre: { nom: string } | null, mandat: { code: string } | null } | null } | null } | null };

export type TableauExigenceQueryVariables = Exact<{
  code: string;
}>;


export type TableauExigenceQuery = { exigence: { code: string, statut: StatutExigence, statutLitteral: string, texte: string | null, concordance: Concordance, note: string | null, standard: { code: string, attribut: Attribut, sousGroupe: string, enonce: string, indicateurPermis: boolean, motifRefus: string | null }, service: { code: CodeService, nom: string }, seuils: Array<{ texte: string, volet: string | null, echeance: string | null, condition: string | null }>, assertions: Array<{ source: SourceAssertion, nature: NatureAssertion, statut: StatutExigence, litteral: string, texte: string | null, volet: string | null, dit: string | null, seuil: { valeur: number | null, comparateur: Comparateur | null, unite: string | null, part: number | null, texte: string, echeance: string | null } | null, provenance: { origine: Origine, section: string | null, lignes: string | null, document: { code: string, titre: string } | null } }>, ecarts: Array<{ code: string, titre: string, detail: string, gravite: Gravite, graviteInferee: boolean, cotes: Array<{ source: string, dit: string }>, arbitre: { code: string } | null, provenances: Array<{ origine: Origine, section: string | null, lignes: string | null, document: { code: string } | null }> }>, arbitre: { code: string, enonce: string }, indicateur: { code: string, nom: string, unite: string, direction: DirectionIndicateur, regle: string, frequence: FrequenceIndicateur, volets: Array<string>, provenance: { origine: Origine } } | null, provenance: { origine: Origine, section: string | null, lignes: string | null, document: { code: string, titre: string } | null }, valeursRegionales: { totalCount: number, nodes: Array<{ id: string, texte: string, enVigueurDepuis: string, territoire: { code: string, nom: string } | null, provenance: { origine: Origine } } | null>, absence: { motif: string, doitRepondre: { nom: string } | null, mandat: { code: string } | null } | null } | null } | null };

export type TableauLieuxQueryVariables = Exact<{ [key: string]: never; }>;


export type TableauLieuxQuery = { territoiresClsc: { totalCount: number, nodes: Array<{ code: string, nom: string, region: { code: string, nom: string }, etablissement: { code: string, nom: string, abrege: string | null, categorie: CategorieEtablissement } | null, provenanceEtablissement: { origine: Origine } | null } | null> } | null };

export type TableauLimitesQueryVariables = Exact<{ [key: string]: never; }>;


export type TableauLimitesQuery = { territoiresClsc: { totalCount: number, nodes: Array<{ code: string, limitePubliee: { retireLe: string | null, contour: { geojson: string } | null, provenance: { section: string | null } } | null } | null> } | null };

export type TableauObligationsQueryVariables = Exact<{
  code: string;
  campagne?: string | null | undefined;
  etat?: EtatObligation | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type TableauObligationsQuery = { etablissement: { code: string, abrege: string | null, obligations: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, absence: { motif: string, doitRepondre: { nom: string } | null, mandat: { code: string } | null } | null, nodes: Array<{ id: string, volet: string | null, etat: EtatObligation, recueLe: string | null, aTemps: boolean | null, echeance: string | null, territoire: { code: string, nom: string } | null, exigence: { code: string } | null, periode: { code: string }, reddition: { id: string } | null, provenance: { origine: Origine } } | null> } | null } | null };

export type TableauPeriodesQueryVariables = Exact<{
  exigence: string;
  campagne?: string | null | undefined;
}>;


export type TableauPeriodesQuery = { mesures: { origine: Origine | null, repartition: Array<{ cle: string | null, libelle: string, nombre: number, fictifs: number }> } | null };

export type TableauRedditionsQueryVariables = Exact<{
  campagne?: string | null | undefined;
}>;


export type TableauRedditionsQuery = { etablissements: Array<{ code: string, nom: string, abrege: string | null, region: { code: string, nom: string } | null, redditions: { totalCount: number, nodes: Array<{ id: string, campagne: string, version: number, etat: EtatReddition, soumiseLe: string | null, provenance: { origine: Origine }, examen: { statut: StatutExamen | null, examineLe: string | null } | null } | null>, absence: { motif: string, doitRepondre: { nom: string } | null, mandat: { code: string } | null } | null } | null }> | null };

export type TableauRetardsQueryVariables = Exact<{
  campagne?: string | null | undefined;
}>;


export type TableauRetardsQuery = { etablissements: Array<{ code: string, nom: string, abrege: string | null, obligations: { origine: Origine | null, repartition: Array<{ cle: string | null, libelle: string, nombre: number, fictifs: number }>, reception: Array<{ cle: string | null, nombre: number }> } | null }> | null };

export type TableauRolesQueryVariables = Exact<{ [key: string]: never; }>;


export type TableauRolesQuery = { rolesClsc: Array<{ code: CodeRoleClsc, nom: string, provenance: { origine: Origine, section: string | null, lignes: string | null, document: { code: string } | null } }> | null, territoiresClsc: { totalCount: number, nodes: Array<{ code: string, exerciceRoles: { totalCount: number, nodes: Array<{ declareLe: string, role: { code: CodeRoleClsc } | null, provenance: { origine: Origine } } | null>, absence: { motif: string, doitRepondre: { code: CodePalier, nom: string } | null, mandat: { code: string } | null } | null } | null } | null> } | null };

export type TableauSerieQueryVariables = Exact<{
  territoire: string;
  exigence: string;
  campagne?: string | null | undefined;
}>;


export type TableauSerieQuery = { exigence: { code: string, statut: StatutExigence, texte: string | null, concordance: Concordance, standard: { code: string, enonce: string }, service: { code: CodeService, nom: string }, indicateur: { code: string, nom: string, unite: string, frequence: FrequenceIndicateur, volets: Array<string> } | null, assertions: Array<{ source: SourceAssertion, statut: StatutExigence, litteral: string, texte: string | null, volet: string | null, dit: string | null, seuil: { valeur: number | null, comparateur: Comparateur | null, unite: string | null, part: number | null, texte: string } | null, provenance: { origine: Origine, section: string | null, lignes: string | null, document: { code: string } | null } }>, ecarts: Array<{ code: string, titre: string, gravite: Gravite }>, provenance: { origine: Origine, section: string | null, lignes: string | null, document: { code: string } | null } } | null, territoireClsc: { code: string, nom: string, mesures: { totalCount: number, nodes: Array<{ id: string, volet: string | null, valeur: number | null, unite: string | null, statut: StatutFigure, version: number, periode: { code: string, rang: number }, verdict: { etat: EtatVerdict, motif: string, parSource: Array<{ source: SourceAssertion, etat: EtatVerdict }> } | null, provenance: { origine: Origine } } | null>, absence: { motif: string, doitRepondre: { code: CodePalier, nom: string } | null, mandat: { code: string } | null } | null } | null, imputabilite: { motifSansCompte: string | null, fixePar: { lecture: string, mandat: { code: string, enonce: string }, provenance: { origine: Origine, section: string | null, lignes: string | null, document: { code: string, titre: string } | null }, lien: { origine: Origine, confiance: string | null, note: string | null } }, coordonnePar: { mandat: { code: string, enonce: string } | null, indicateur: { code: string, nom: string } | null, canevas: { code: string, provenance: { origine: Origine } } | null, campagne: { code: string, nom: string, provenance: { origine: Origine } } | null, absence: { motif: string, doitRepondre: { nom: string } | null, mandat: { code: string } | null } | null, provenance: { origine: Origine, section: string | null, lignes: string | null, document: { code: string, titre: string } | null } } | null, etablissement: { code: string, nom: string, abrege: string | null } | null, renduPar: { mandat: { code: string, enonce: string } | null, gestionnaire: { fonction: string | null, enFonctionDepuis: string | null, provenance: { origine: Origine } | null }, referenceLegale: { code: string, loi: string, article: string | null } | null, absence: { motif: string, doitRepondre: { nom: string } | null, mandat: { code: string } | null } | null, provenance: { origine: Origine, section: string | null, lignes: string | null, document: { code: string, titre: string } | null } } | null } | null } | null };

export type TableauSeuilsQueryVariables = Exact<{
  code: string;
}>;


export type TableauSeuilsQuery = { exigence: { code: string, texte: string | null, ecarts: Array<{ code: string, titre: string }>, assertions: Array<{ source: SourceAssertion, volet: string | null, seuil: { valeur: number | null, comparateur: Comparateur | null, texte: string } | null, provenance: { origine: Origine, section: string | null, lignes: string | null, document: { code: string } | null } }> } | null };

export type TableauTerritoireQueryVariables = Exact<{
  code: string;
  campagne?: string | null | undefined;
}>;


export type TableauTerritoireQuery = { rolesClsc: Array<{ code: CodeRoleClsc, nom: string }> | null, servicesSociaux: Array<{ code: CodeService, nom: string }> | null, territoireClsc: { code: string, nom: string, region: { code: string, nom: string }, reseauTerritorial: { code: string, nom: string }, reseauLocal: { code: string, nom: string } | null, population: { annee: number, nombre: number, nature: NaturePopulation, provenance: { origine: Origine, section: string | null, lignes: string | null, confiance: string | null, note: string | null, document: { code: string } | null } } | null, situationPopulation: { position: PositionRepere, borneBasse: number, borneHaute: number, avertissement: string, provenance: { origine: Origine, section: string | null, lignes: string | null, document: { code: string } | null } }, provenance: { origine: Origine, section: string | null }, etablissement: { code: string, nom: string, abrege: string | null, categorie: CategorieEtablissement } | null, provenanceEtablissement: { origine: Origine, section: string | null, lignes: string | null, note: string | null, document: { code: string } | null } | null, gestionnaire: { fonction: string | null, enFonctionDepuis: string | null, provenance: { origine: Origine } | null, absence: { motif: string, doitRepondre: { nom: string } | null, mandat: { code: string } | null } | null } | null, bilan: { conformes: number, nonConformes: number, indetermines: number, sansVerdict: number, absents: number, attendues: number, verdictsReserves: boolean, consolideLe: string, source: string, campagne: { code: string, nom: string }, provenance: { origine: Origine }, parIndicateur: Array<{ indicateur: { code: string, nom: string }, parExigence: Array<{ volet: string | null, conformes: number, nonConformes: number, indetermines: number, sansVerdict: number, absents: number, attendues: number, verdictsReserves: boolean, exigence: { code: string, service: { nom: string } } | null, provenance: { origine: Origine } }> }> } | null, exerciceRoles: { totalCount: number, nodes: Array<{ description: string, preuves: Array<string>, declareLe: string, role: { code: CodeRoleClsc, nom: string } | null, provenance: { origine: Origine } } | null>, absence: { motif: string, doitRepondre: { nom: string } | null, mandat: { code: string } | null } | null } | null, offre: { totalCount: number, nodes: Array<{ etat: EtatOffre, modalites: string | null, service: { code: CodeService, nom: string } | null, provenance: { origine: Origine } } | null>, absence: { motif: string, doitRepondre: { nom: string } | null, mandat: { code: string } | null } | null } | null, declarationsRoles: Array<{ code: CodeRoleClsc, estDeclare: boolean, absence: { motif: string, origine: Origine | null, doitRepondre: { nom: string } | null, mandat: { code: string } | null } | null } | null> | null, declarationsServices: Array<{ code: CodeService, estDeclare: boolean, absence: { motif: string, origine: Origine | null, doitRepondre: { nom: string } | null, mandat: { code: string } | null } | null } | null> | null } | null };

export type TableauVerdictsQueryVariables = Exact<{
  campagne?: string | null | undefined;
}>;


export type TableauVerdictsQuery = { bilanQuebec: { conformes: number, nonConformes: number, indetermines: number, sansVerdict: number, absents: number, attendues: number, verdictsReserves: boolean, territoires: number, territoiresSansMesure: number, consolideLe: string, source: string, campagne: { code: string, nom: string }, provenance: { origine: Origine }, parIndicateur: Array<{ indicateur: { code: string, nom: string }, parExigence: Array<{ volet: string | null, conformes: number, nonConformes: number, indetermines: number, sansVerdict: number, absents: number, attendues: number, verdictsReserves: boolean, exigence: { code: string, service: { nom: string } } | null, provenance: { origine: Origine } }> }> } | null };

/** Page « Recherche » : ce que les paliers tiennent sous un code, quand les mots cherchés peuvent en être un : un canevas, une campagne, une mesure, une version de reddition, une fiche d’un fichier officiel quand il en a la forme, et ce que les établissements déclarent. */
export const pageCode: Operation<PageCodeQuery, PageCodeQueryVariables> = { documentId: "page-code" };

/** Page « Recherche » : ce que les paliers tiennent sous un code et que tous ne lisent pas, quand les mots cherchés peuvent en être un. */
export const pageCodeInterne: Operation<PageCodeInterneQuery, PageCodeInterneQueryVariables> = { documentId: "page-code-interne" };

/** Page « Recherche » : les territoires qu’un code postal touche, selon la correspondance importée ; sinon, pourquoi il n’est pas connu. */
export const pageCodePostal: Operation<PageCodePostalQuery, PageCodePostalQueryVariables> = { documentId: "page-code-postal" };

/** Page « Recherche » : tout ce que le ministère sait et qui contient les mots, avec la source de chaque résultat ; les codes du lexique disent lesquels sont des termes, et les mots qu’aucun résultat ne contient sont dits. Les établissements et les indicateurs sont cherchés par leur nom et leur code ; les règles de validation, les outils et les leviers nationaux sont tous là, et c’est la page qui y cherche. */
export const pageRecherche: Operation<PageRechercheQuery, PageRechercheQueryVariables> = { documentId: "page-recherche" };

/** Équipe d’établissement : ce qui lui est revenu de Santé Québec, mesure par mesure : où, quelle valeur, pour quelle raison, ce qui est attendu, et ce qui y a été répondu. Qu’est-ce qui nous a été retourné, et pourquoi ? */
export const retoursEtablissement: Operation<RetoursEtablissementQuery, RetoursEtablissementQueryVariables> = { documentId: "retours-etablissement" };

/** Tableau de bord : dans quelles campagnes quelque chose a été rendu, et combien de versions. */
export const tableauCampagnesRendues: Operation<TableauCampagnesRenduesQuery, TableauCampagnesRenduesQueryVariables> = { documentId: "tableau-campagnes-rendues" };

/** Tableau de bord, carte et répartition : les mesures d’une exigence dans tous les territoires, pour une période, avec leur verdict selon chaque source. */
export const tableauCarte: Operation<TableauCarteQuery, TableauCarteQueryVariables> = { documentId: "tableau-carte" };

/** Tableau de bord, carte : chaque territoire, l’établissement qui en répond, et ce qui y est mesuré d’une exigence à une période ; où rien ne l’est, ce qui manque et qui le doit. */
export const tableauCarteTerritoires: Operation<TableauCarteTerritoiresQuery, TableauCarteTerritoiresQueryVariables> = { documentId: "tableau-carte-territoires" };

/** Tableau de bord : ce qu’on peut choisir d’y voir, campagnes et exigences mesurées. */
export const tableauChoix: Operation<TableauChoixQuery, TableauChoixQueryVariables> = { documentId: "tableau-choix" };

/** Tableau de bord, page d’un établissement : combien de mesures il doit dans une campagne, et combien en sont à chaque état. */
export const tableauComptes: Operation<TableauComptesQuery, TableauComptesQueryVariables> = { documentId: "tableau-comptes" };

/** Tableau de bord, page d’un établissement : ses territoires, et combien de versions il a rendues par campagne. */
export const tableauEtablissement: Operation<TableauEtablissementQuery, TableauEtablissementQueryVariables> = { documentId: "tableau-etablissement" };

/** Tableau de bord, page d’une exigence : ce que chaque source en dit, ses écarts, l’indicateur qui la met au travail. */
export const tableauExigence: Operation<TableauExigenceQuery, TableauExigenceQueryVariables> = { documentId: "tableau-exigence" };

/** Tableau de bord : les territoires de CLSC, leur région, et l’établissement qui en répond. */
export const tableauLieux: Operation<TableauLieuxQuery, TableauLieuxQueryVariables> = { documentId: "tableau-lieux" };

/** Tableau de bord : le contour de chaque territoire de CLSC, quand le fichier des limites du ministère a été importé. */
export const tableauLimites: Operation<TableauLimitesQuery, TableauLimitesQueryVariables> = { documentId: "tableau-limites" };

/** Tableau de bord, page d’un établissement : les mesures qu’il doit dans une campagne, page après page, et où en est chacune. */
export const tableauObligations: Operation<TableauObligationsQuery, TableauObligationsQueryVariables> = { documentId: "tableau-obligations" };

/** Tableau de bord : combien de mesures d’une exigence sont connues à chaque période d’une campagne, pour ouvrir sur la dernière qui en ait. */
export const tableauPeriodes: Operation<TableauPeriodesQuery, TableauPeriodesQueryVariables> = { documentId: "tableau-periodes" };

/** Tableau de bord : ce que chaque établissement territorial a rendu, version par version, et ce que Santé Québec en a fait ; dans une campagne, ou dans toutes. */
export const tableauRedditions: Operation<TableauRedditionsQuery, TableauRedditionsQueryVariables> = { documentId: "tableau-redditions" };

/** Tableau de bord : combien de mesures chaque établissement territorial doit dans une campagne, combien en sont à chaque état, et combien furent reçues à temps ou non. */
export const tableauRetards: Operation<TableauRetardsQuery, TableauRetardsQueryVariables> = { documentId: "tableau-retards" };

/** Tableau de bord : comment chaque territoire exerce les rôles du CLSC, selon son établissement, et ce qui n’est pas déclaré. */
export const tableauRoles: Operation<TableauRolesQuery, TableauRolesQueryVariables> = { documentId: "tableau-roles" };

/** Tableau de bord : une exigence dans un territoire, période après période, avec son verdict selon chaque source, et la chaîne d’imputabilité jusqu’aux lignes citées. */
export const tableauSerie: Operation<TableauSerieQuery, TableauSerieQueryVariables> = { documentId: "tableau-serie" };

/** Tableau de bord, carte d’une exigence : ce qu’elle demande, les seuils que chaque source en donne, ses écarts. */
export const tableauSeuils: Operation<TableauSeuilsQuery, TableauSeuilsQueryVariables> = { documentId: "tableau-seuils" };

/** Tableau de bord, page d’un territoire : où il est, qui en répond, son bilan, les rôles exercés, les services offerts. */
export const tableauTerritoire: Operation<TableauTerritoireQuery, TableauTerritoireQueryVariables> = { documentId: "tableau-territoire" };

/** Tableau de bord : les verdicts de tout le Québec dans une campagne, par exigence et par volet, tels que Santé Québec les a consolidés. */
export const tableauVerdicts: Operation<TableauVerdictsQuery, TableauVerdictsQueryVariables> = { documentId: "tableau-verdicts" };
