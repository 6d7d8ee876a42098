// Written by a command from the graph and its operations: edit those, not this file.
import type { Operation } from './connect.ts';

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

/** Les cinq domaines du partenariat (002). */
export type CodeDomainePartenariat =
  /** Gouvernance. */
  | 'GOUVERNANCE'
  /** Soins et services. */
  | 'SOINS'
  /** Communautés. */
  | 'COMMUNAUTES'
  /** Enseignement. */
  | 'ENSEIGNEMENT'
  /** Recherche. */
  | 'RECHERCHE';

/** Fonctions d’un établissement que les textes nomment. */
export type CodeFonction =
  /** Présidence-direction générale. */
  | 'PDG'
  /** Responsable des dossiers autochtones. */
  | 'RESPONSABLE_AUTOCHTONE';

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

/** Suite donnée à un constat territorial (déduit : aucun texte ne nomme ces états). */
export type DecisionConstat =
  /** Pris en compte. */
  | 'PRIS_EN_COMPTE'
  /** Retourné pour complément. */
  | 'RETOURNE'
  /** Sans suite, avec ses motifs. */
  | 'SANS_SUITE_MOTIVEE';

/** Dans quel sens une valeur s’améliore. */
export type DirectionIndicateur =
  /** Une valeur plus basse est meilleure : un délai, par exemple. */
  | 'PLUS_BAS_MIEUX'
  /** Une valeur plus haute est meilleure : des heures d’accès, par exemple. */
  | 'PLUS_HAUT_MIEUX';

/** Chemin d’un constat vers le haut, jusqu’à Santé Québec (004, L1554-1571) ; le découpage en étapes est une inférence. */
export type EtatConstat =
  /** Observé sur le terrain. */
  | 'OBSERVE'
  /** Documenté par le CLSC. */
  | 'DOCUMENTE'
  /** Accompagné d’une recommandation. */
  | 'RECOMMANDE'
  /** Transmis à l’établissement. */
  | 'TRANSMIS_ETABLISSEMENT'
  /** Transmis à Santé Québec, qui lui donne suite. */
  | 'TRANSMIS_SANTE_QUEBEC';

/** Étapes qui reviennent à l’établissement ; l’analyse revient à Santé Québec, et aucun texte ne dit qui décide. */
export type EtatDemande =
  /** En préparation. */
  | 'BESOIN'
  /** Déposée. */
  | 'DEMANDEE';

/** Étapes d’une entente ; aucun texte ne les donne, elles sont une inférence. */
export type EtatEntente =
  /** En préparation. */
  | 'PROJET'
  /** Négociée entre les parties. */
  | 'NEGOCIEE'
  /** Conclue, pas encore en vigueur. */
  | 'CONCLUE'
  /** En vigueur. */
  | 'EN_VIGUEUR'
  /** En vigueur, après mise à jour. */
  | 'MISE_A_JOUR'
  /** Échue. */
  | 'ECHUE';

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

/** Choix d’exigences ; chaque critère donné restreint la liste. */
export type ExigencesFiltre = {
  /** Service. */
  service?: CodeService | null | undefined;
  /** Code du standard, par exemple « A-P10 ». */
  standard?: string | null | undefined;
  /** Attribut du standard. */
  attribut?: Attribut | null | undefined;
  /** Statut. */
  statut?: StatutExigence | null | undefined;
  /** Accord entre les sources. */
  concordance?: Concordance | null | undefined;
  /** Indicateur de Santé Québec qui les compte, par exemple « I-A-P5 ». */
  indicateur?: string | null | undefined;
  /** Vrai : seulement celles qui ont un seuil. */
  avecSeuil?: boolean | null | undefined;
  /** Vrai : seulement celles qu’un écart concerne. */
  enEcart?: boolean | null | undefined;
  /** Vrai : sans les rangées « Particularités ». */
  sansParticularites?: boolean | null | undefined;
};

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

/** De quelle liste d’un texte vient un élément. */
export type ListeElements =
  /** Motifs de retenir le territoire de CLSC (004, 2.1). */
  | 'MOTIF'
  /** Critères de délimitation d’un territoire (004, 2.1.1). */
  | 'CRITERE_DELIMITATION'
  /** Règles de modification d’un territoire (004, 2.1.2). */
  | 'REGLE_MODIFICATION'
  /** Ce que le texte dit, ou ne dit pas, d’une demande de modification (004, 2.1.2). */
  | 'MODIFICATION_TERRITOIRE'
  /** Volets d’un principe directeur (004, 2.2). */
  | 'COMPOSANTE'
  /** Envers qui un principe oblige à rendre compte (004, 2.2.2). */
  | 'REDEVABILITE'
  /** Place du CLSC dans l’établissement (004, 2.2.7). */
  | 'POSITIONNEMENT'
  /** Triple logique de collaboration (004, 2.2.7). */
  | 'LOGIQUE_COLLABORATION'
  /** Fonctions du gestionnaire de CLSC (004, lexique). */
  | 'FONCTION_GESTIONNAIRE'
  /** Ce qu’un rôle ou un CLSC n’est pas (004). */
  | 'LIMITE'
  /** Les deux listes de conditions de succès (004, 2.2.8 et 2.2.9). */
  | 'CONDITIONS_DE_SUCCES'
  /** Conditions de succès (004, 2.2.8 et 2.2.9). */
  | 'CONDITION_DE_SUCCES'
  /** Liens de la personne (004, 2.3). */
  | 'LIEN_PERSONNE'
  /** Règles du rattachement de la personne (004, 2.1.2 et 2.3). */
  | 'REGLE_RATTACHEMENT'
  /** Modalités d’une règle de rattachement (004, 2.3). */
  | 'MODALITE'
  /** Enjeux d’un rôle de CLSC (004, 2.4). */
  | 'ENJEU'
  /** Leviers d’un rôle de CLSC (004, 2.4). */
  | 'LEVIER'
  /** Responsabilités d’un rôle de CLSC (004, 2.4). */
  | 'RESPONSABILITE'
  /** Effets attendus d’un rôle de CLSC (004, 2.4). */
  | 'EFFET_ATTENDU'
  /** Mises en garde contre une homonymie. */
  | 'HOMONYMIE'
  /** Éléments d’un arrimage (004, 2.4). */
  | 'ARRIMAGE'
  /** Partage des responsabilités d’un arrimage (004, 2.4.2). */
  | 'PARTAGE'
  /** Freins d’un arrimage (004, 2.4.2). */
  | 'FREIN'
  /** Conditions d’un arrimage (004, 2.4.2). */
  | 'CONDITION_ARRIMAGE'
  /** Approches citées pour un arrimage (004, 2.4.2). */
  | 'APPROCHE'
  /** Effets prêtés à une approche (004, 2.4.2). */
  | 'EFFET_APPROCHE'
  /** Buts d’un arrimage (004, 2.4.2). */
  | 'BUT'
  /** Personnes visées par un arrimage (004, 2.4.2). */
  | 'CLIENTELE'
  /** Étapes du circuit d’une recommandation, dans l’ordre (004, 2.4.2). */
  | 'CIRCUIT'
  /** Détail d’un mandat (004, 3.2.3). */
  | 'SOUS_MANDAT'
  /** Obligations écrites ailleurs que dans la section 3.2 (004). */
  | 'OBLIGATION'
  /** Étapes et cadre de la mise en œuvre (004, 2.2.9 et 3). */
  | 'MISE_EN_OEUVRE'
  /** Acteurs et cadre du suivi de la mise en œuvre (004, 3.3). */
  | 'SUIVI'
  /** Groupes de services communautaires locaux (004, 1.1). */
  | 'SERVICES_COMMUNAUTAIRES'
  /** Exemples de services communautaires locaux (004, 1.1). */
  | 'EXEMPLE_SERVICES'
  /** Autres ensembles de services de l’article 4 (004, 1.1). */
  | 'AUTRE_ENSEMBLE'
  /** Promotion de la santé et niveaux de prévention (004, 2.4.3). */
  | 'PREVENTION'
  /** Qui pilote une politique. */
  | 'PILOTE'
  /** Liens entre une politique et le document 004. */
  | 'LIEN_POLITIQUE'
  /** Termes du lexique (004). */
  | 'LEXIQUE'
  /** Définitions données ailleurs dans le texte (004). */
  | 'DEFINITION'
  /** Signataires (004). */
  | 'SIGNATAIRE'
  /** Chaînes de reddition de comptes (000 et 004). */
  | 'CHAINE_REDDITION'
  /** Maillons d’une chaîne de reddition, dans l’ordre. */
  | 'MAILLON_REDDITION'
  /** Condition de succès qui borne une chaîne de reddition. */
  | 'CONDITION_REDDITION'
  /** Pourquoi Palier retient une chaîne de reddition. */
  | 'CHOIX_REDDITION'
  /** Démarche de consultation (001). */
  | 'CONSULTATION'
  /** Constats sur le partenariat (002). */
  | 'CONSTAT'
  /** Réalisations du partenariat (002). */
  | 'REALISATION'
  /** Sens du sigle PS (002). */
  | 'DEFINITION_PARTENARIAT'
  /** Conditions de succès d’un domaine du partenariat (002). */
  | 'CONDITION_PARTENARIAT'
  /** Rôles du ministère (000). */
  | 'ROLE_MINISTERE'
  /** Rôles des CISSS et des CIUSSS (000). */
  | 'ROLE_CISSS_CIUSSS'
  /** Réseau territorial de services (000). */
  | 'RESEAU_TERRITORIAL'
  /** Responsables des affaires autochtones (000). */
  | 'STRUCTURE'
  /** Fonctions des responsables des affaires autochtones (000). */
  | 'FONCTION_AUTOCHTONE'
  /** Mécanismes de coordination des affaires autochtones (000). */
  | 'COORDINATION'
  /** Étapes charnières de la sécurisation culturelle (000). */
  | 'ETAPE_CHARNIERE'
  /** Principes de la sécurisation culturelle (000). */
  | 'PRINCIPE_SECURISATION'
  /** Niveaux d’action de la sécurisation culturelle (000) ; ce ne sont pas des paliers. */
  | 'NIVEAU_ACTION'
  /** Annonce des actions de sécurisation culturelle (000). */
  | 'ANNONCE'
  /** Actions structurantes de la sécurisation culturelle (000). */
  | 'ACTION_SECURISATION'
  /** Détail d’une action structurante (000). */
  | 'SOUS_ACTION'
  /** Définition d’une fonction créée par une action (000). */
  | 'DEFINITION_ACTION'
  /** Effets prêtés à une action (000). */
  | 'EFFET_ACTION'
  /** Suivi de la sécurisation culturelle (000). */
  | 'SUIVI_SECURISATION';

/** Où la source parle, et donc avec quelle force. */
export type NatureAssertion =
  /** Cellule de l’Annexe II. */
  | 'SYNTHESE'
  /** Énoncé des standards fixés de la fiche. */
  | 'STANDARD'
  /** Description du service dans la fiche : hors de ses standards fixés. */
  | 'DESCRIPTION';

/** Portée d’un canevas. */
export type NatureCanevas =
  /** Publié par Santé Québec. */
  | 'OFFICIEL'
  /** Fictif, pour la démonstration seulement. */
  | 'DEMONSTRATION';

/** Ce qu’un énoncé fait dans son texte. */
export type NatureEnonce =
  /** Dit ce qu’un mot désigne. */
  | 'DEFINITION'
  /** Ce qui doit guider. */
  | 'PRINCIPE'
  /** Ce qui est visé. */
  | 'OBJECTIF'
  /** Direction prise. */
  | 'ORIENTATION'
  /** Ce dont quelqu’un est chargé. */
  | 'RESPONSABILITE'
  /** Ce qui doit être fait. */
  | 'OBLIGATION'
  /** Ce qui peut être fait. */
  | 'POSSIBILITE'
  /** Ce qui vaut dans un cas donné. */
  | 'REGLE'
  /** Ce qui ne doit pas être fait. */
  | 'INTERDICTION'
  /** Étape d’un parcours. */
  | 'PROCEDURE'
  /** Ce qui a été trouvé. */
  | 'CONSTAT'
  /** Ce que quelqu’un pense, ressent ou craint. */
  | 'OPINION'
  /** Ce qui est proposé. */
  | 'PROPOSITION'
  /** Ce qui est recommandé. */
  | 'RECOMMANDATION'
  /** Ce qui est annoncé ou en cours. */
  | 'ACTION'
  /** Ce sans quoi le reste ne va pas. */
  | 'CONDITION'
  /** Donné en exemple. */
  | 'EXEMPLE'
  /** Ce qui entoure le propos. */
  | 'CONTEXTE'
  /** Ce qui a eu lieu. */
  | 'HISTORIQUE'
  /** Quantité, dans une phrase. */
  | 'CHIFFRE'
  /** Loi ou document invoqué. */
  | 'REFERENCE'
  /** Comment il a été procédé. */
  | 'METHODE'
  /** Qui est visé. */
  | 'CLIENTELE'
  /** De quoi quelque chose est fait. */
  | 'COMPOSITION'
  /** Ce que le document en conclut. */
  | 'CONCLUSION';

/** Les quatre impacts à évaluer (004, 2.1.2, L732-733). */
export type NatureImpact =
  | 'JURIDIQUE'
  | 'ADMINISTRATIF'
  | 'ORGANISATIONNEL'
  | 'HUMAIN';

/** Nature d’un chiffre de population. */
export type NaturePopulation =
  /** Estimation d’une année passée. */
  | 'ESTIMATION'
  /** Projection : ce n’est pas un dénombrement. */
  | 'PROJECTION';

/** Niveau de gouvernance d’un palier (004, 3.2). */
export type Niveau =
  /** Dit ce qui doit être. */
  | 'STRATEGIQUE'
  /** Dit comment, coordonne et outille. */
  | 'TACTIQUE'
  /** Organise et donne les services. */
  | 'OPERATIONNEL';

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

/** Qui une référence légale concerne d’abord : une lecture de Palier, que le texte n’écrit pas. */
export type PorteeReference =
  /** Le ministère. */
  | 'MSSS'
  /** Les établissements territoriaux. */
  | 'ETABLISSEMENT'
  /** La personne elle-même. */
  | 'PERSONNE'
  /** Tous les paliers. */
  | 'TRANSVERSAL';

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

/** Sens d’un tri. À valeur égale, l’ordre est celui des clés, croissant ; ce qui n’a pas de valeur vient à la fin, dans les deux sens. */
export type SensTri =
  /** Du plus petit au plus grand. */
  | 'CROISSANT'
  /** Du plus grand au plus petit. */
  | 'DECROISSANT';

/** Ce qu’entraîne une règle de validation qui n’est pas respectée. */
export type SeveriteRegle =
  /** La mesure est refusée : elle ne peut pas être vraie. */
  | 'BLOQUANTE'
  /** La mesure se soumet avec une justification. */
  | 'A_JUSTIFIER'
  /** La mesure est montrée à qui la saisit et à qui l’examine ; rien n’est exigé. */
  | 'INFORMATION';

/** Partie du document 003 qui parle. */
export type SourceAssertion =
  /** Le tableau de l’Annexe II, qui se dit une synthèse. */
  | 'ANNEXE_II'
  /** La fiche du service : ses standards fixés ou sa description. */
  | 'FICHE';

/** Partie du document 003 qui donne la rangée. */
export type SourceStandard =
  /** Une des 54 rangées de l’Annexe II. */
  | 'ANNEXE_II'
  /** Les standards fixés des fiches seulement. */
  | 'FICHE_STANDARDS'
  /** La description d’une fiche seulement. */
  | 'FICHE_DESCRIPTION';

/** Choix de standards ; chaque critère donné restreint la liste. */
export type StandardsFiltre = {
  /** Attribut. */
  attribut?: Attribut | null | undefined;
  /** Sous-groupe, tel que le graphe l’écrit. */
  sousGroupe?: string | null | undefined;
  /** Service pour lequel une cellule existe ; sans `statut`, ni sans objet, ni passée sous silence. */
  service?: CodeService | null | undefined;
  /** Statut d’au moins une cellule, du service donné s’il y en a un. */
  statut?: StatutExigence | null | undefined;
  /** Partie du document. */
  source?: SourceStandard | null | undefined;
  /** Vrai : sans les rangées « Particularités ». */
  sansParticularites?: boolean | null | undefined;
  /** Vrai : seulement ceux dont les six cellules portent littéralement « SF » à l’Annexe II. */
  fixePourTousLesServices?: boolean | null | undefined;
};

/** État d’une campagne (déduit : aucun texte ne nomme ces états). */
export type StatutCampagne =
  /** Les établissements peuvent saisir. */
  | 'OUVERTE'
  /** La saisie est close. */
  | 'FERMEE';

/** Portée d’un document : ce qu’il oblige. */
export type StatutDocument =
  /** Orientations en vigueur. */
  | 'EN_VIGUEUR'
  /** Orientations dont aucun texte cité ne dit si elles sont encore en vigueur. */
  | 'EN_VIGUEUR_NON_VERIFIEE'
  /** Recommandations : ne créent aucun mandat. */
  | 'RECOMMANDATION'
  /** Gardé pour l’histoire ; un texte plus récent prévaut. */
  | 'HISTORIQUE';

/** Ce qu’un énoncé vaut. */
export type StatutEnonce =
  /** Le texte le dit en son propre nom ; Palier ne sait pas s’il vaut encore. */
  | 'EN_VIGUEUR_SELON_LE_TEXTE'
  /** Recommandé : ni mandat, ni fait adopté. */
  | 'RECOMMANDATION'
  /** Dit par des personnes consultées (001) : ni un fait que le ministère affirme, ni un mandat. */
  | 'ENTENDU_EN_CONSULTATION'
  /** Ce que proposait le projet de politique soumis à la consultation (001). */
  | 'PROJET_SOUMIS_A_CONSULTATION'
  /** Annoncé, non fait à la date du texte. */
  | 'TRAVAUX_ANNONCES'
  /** Ce qu’un tiers dit, et que le texte rapporte. */
  | 'RAPPORTE';

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

/** Statut d’un établissement dans le registre M02. */
export type StatutPublie =
  /** Public (code 1). */
  | 'PUBLIC'
  /** Privé (code 2). */
  | 'PRIVE';

/** Ordre d’une liste de bilans : par un de leurs comptes, qui ne dit ni taux ni rang, les territoires n’ayant pas tous autant de mesures dues. Ceux dont des verdicts sont réservés (`verdictsReserves`) viennent à la fin d’un ordre de verdicts, dans les deux sens : ces comptes ne se disent plus. */
export type TriBilans =
  /** Par code de territoire : l’ordre par défaut. */
  | 'TERRITOIRE'
  /** Par nombre de mesures conformes. */
  | 'CONFORMES'
  /** Par nombre de mesures non conformes. */
  | 'NON_CONFORMES'
  /** Par nombre de mesures indéterminées. */
  | 'INDETERMINES'
  /** Par nombre de mesures sans verdict. */
  | 'SANS_VERDICT'
  /** Par nombre de mesures dues qui manquent. */
  | 'ABSENTS'
  /** Par nombre de mesures demandées qui ne sont pas encore dues. */
  | 'ATTENDUES';

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

/** Ordre d’une liste de territoires. */
export type TriTerritoires =
  /** Par code, ou dans l’ordre des `codes` donnés : l’ordre par défaut. */
  | 'CODE'
  /** Par nom, sans égard aux accents ni à la casse. */
  | 'NOM'
  /** Par population : la dernière estimation connue, comme `population` la donne. */
  | 'POPULATION'
  /** Par superficie ; ceux dont elle n’est pas connue à la fin. */
  | 'SUPERFICIE';

/** Les deux sortes d’ententes du document 003 (L333-357, L364-389). */
export type TypeEntente =
  /** Prestation : clientèles, services, volumes et, s’il y a lieu, ressources convenus. */
  | 'SERVICE'
  /** Coordination seulement : généralement sans volume ni financement. */
  | 'COLLABORATION';

/** Nature d’une modification recommandée par la consultation (001). */
export type TypeModification =
  /** Dire plus clairement ce qui y est. */
  | 'PRECISER'
  /** Changer ce qui y est. */
  | 'MODIFIER'
  /** Ajouter ce qui n’y est pas. */
  | 'INCLURE'
  /** Renforcer ce qui y est. */
  | 'BONIFIER';

/** Sortes de partenaires que les textes nomment ; le classement est une inférence. */
export type TypePartenaire =
  /** Municipalité. */
  | 'MUNICIPALITE'
  /** Organisme communautaire. */
  | 'ORGANISME_COMMUNAUTAIRE'
  /** Entreprise d’économie sociale en aide à domicile. */
  | 'EESAD'
  /** Pharmacie communautaire. */
  | 'PHARMACIE'
  /** Milieu scolaire. */
  | 'ECOLE'
  /** Milieu de soins et services de première ligne. */
  | 'MILIEU_PREMIERE_LIGNE'
  /** Département territorial de médecine familiale. */
  | 'DTMF'
  /** Santé publique. */
  | 'SANTE_PUBLIQUE'
  /** Centre hospitalier de soins généraux et spécialisés. */
  | 'CHSGS'
  /** Autre partenaire. */
  | 'AUTRE';

/** Nature d’une rangée. */
export type TypeStandard =
  /** Standard. */
  | 'STANDARD'
  /** Rangée « Particularités du service » de l’Annexe II. */
  | 'PARTICULARITE'
  /** Énoncé de la description d’une fiche, non de ses standards fixés. */
  | 'ENONCE_DESCRIPTIF';

export type ArrimageQueryVariables = Exact<{
  code: string;
}>;


export type ArrimageQuery = { arrimage: { code: string, avec: string, circuit: Array<{ enonce: string, provenance: { origine: Origine, section: string | null, lignes: string | null, document: { code: string } | null } }>, baseLegale: { loi: string, article: string | null } | null, critere: { libelle: string, valeur: number | null, comparateur: Comparateur | null, unite: string | null, note: string | null, provenance: { origine: Origine, section: string | null, lignes: string | null, document: { code: string } | null } } | null, elements: Array<{ code: string, enonce: string }>, approches: Array<{ enonce: string, note: string | null, provenance: { origine: Origine, section: string | null, lignes: string | null, document: { code: string } | null } }>, ecarts: Array<{ code: string, titre: string, detail: string }> } | null, recommandation: Array<{ code: string, enonce: string, statut: StatutDocument, provenance: { origine: Origine, section: string | null, lignes: string | null, document: { code: string } | null } }> | null };

export type AxePolitiqueQueryVariables = Exact<{
  code: string;
}>;


export type AxePolitiqueQuery = { axePolitique: { code: string, titre: string, orientations: Array<{ code: string, titre: string }>, modifications: Array<{ code: string, type: TypeModification, enonce: string, statut: StatutDocument, provenance: { origine: Origine, section: string | null, lignes: string | null, document: { code: string } | null } }>, liens: Array<{ enonce: string, provenance: { origine: Origine, section: string | null, lignes: string | null, document: { code: string } | null } }>, ecarts: Array<{ code: string, titre: string }>, provenance: { origine: Origine, section: string | null, lignes: string | null, document: { code: string } | null } } | null, echelle: { titre: string, objet: string, provenance: { origine: Origine, section: string | null, lignes: string | null, document: { code: string } | null } } | null };

export type BilansRegionQueryVariables = Exact<{
  region: string;
}>;


export type BilansRegionQuery = { region: { code: string, nom: string, territoires: Array<{ code: string, nom: string, etablissement: { abrege: string | null } | null, bilan: { conformes: number, nonConformes: number, indetermines: number, sansVerdict: number, absents: number, attendues: number, verdictsReserves: boolean, source: string, campagne: { code: string }, provenance: { origine: Origine, note: string | null } } | null }> } | null };

export type BilansTerritoiresQueryVariables = Exact<{
  campagne?: string | null | undefined;
  region?: string | null | undefined;
  ruisss?: string | null | undefined;
  territoires?: Array<string> | string | null | undefined;
  tri?: TriBilans | null | undefined;
  sens?: SensTri | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type BilansTerritoiresQuery = { bilans: { totalCount: number, origine: Origine | null, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, territoire: { code: string, nom: string, region: { code: string } } | null, bilan: { conformes: number, nonConformes: number, indetermines: number, sansVerdict: number, absents: number, attendues: number, verdictsReserves: boolean, consolideLe: string, campagne: { code: string } }, provenance: { origine: Origine } } | null>, absence: { motif: string } | null } | null };

export type CampagnesQueryVariables = Exact<{ [key: string]: never; }>;


export type CampagnesQuery = { campagnes: { totalCount: number, origine: Origine | null, nodes: Array<{ code: string, nom: string, exercice: string, statut: StatutCampagne, courante: boolean, canevas: { code: string, nature: NatureCanevas, indicateurs: Array<{ code: string, nom: string }>, provenance: { origine: Origine } } | null, provenance: { origine: Origine, note: string | null } } | null>, absence: { motif: string, doitRepondre: { code: CodePalier, nom: string } | null } | null } | null };

export type ChainesRedditionQueryVariables = Exact<{ [key: string]: never; }>;


export type ChainesRedditionQuery = { chainesReddition: Array<{ code: string, enonce: string, maillons: Array<{ acteur: string, fait: string | null, mandats: Array<{ code: string, enonce: string, palier: { code: CodePalier, nom: string } }> }>, conditions: Array<{ code: string, enonce: string }>, redevabilite: Array<{ enonce: string, provenance: { origine: Origine, section: string | null, lignes: string | null, document: { code: string } | null } }>, retenue: { enonce: string, provenance: { origine: Origine } } | null, ecarts: Array<{ code: string, titre: string }>, provenance: { origine: Origine, section: string | null, lignes: string | null, document: { code: string } | null } }> | null, conflit: { titre: string, detail: string, gravite: Gravite } | null };

export type ChiffresDesDocumentsQueryVariables = Exact<{
  document?: string | null | undefined;
}>;


export type ChiffresDesDocumentsQuery = { chiffres: Array<{ code: string, libelle: string, valeur: number | null, valeurs: Array<number>, unite: string | null, comparateur: Comparateur | null, partAnnoncee: string | null, echeance: string | null, note: string | null, valeurTable: { valeur: number, concorde: boolean, provenance: { origine: Origine } } | null, provenance: { origine: Origine, section: string | null, lignes: string | null, document: { code: string } | null } }> | null, decoupages: { code: string, titre: string, detail: string, gravite: Gravite, cotes: Array<{ source: string, dit: string }>, provenances: Array<{ origine: Origine, lignes: string | null, document: { code: string } | null }> } | null };

export type ClassementTerritoiresQueryVariables = Exact<{
  exigence?: string;
  periode?: string;
  volet?: string | null | undefined;
  campagne?: string | null | undefined;
  region?: string | null | undefined;
  territoires?: Array<string> | string | null | undefined;
  sens?: SensTri | null | undefined;
  n?: number | null | undefined;
}>;


export type ClassementTerritoiresQuery = { classementTerritoires: { campagne: string | null, volet: string | null, unite: string | null, territoires: number, ranges: number, exAequoAuSeuil: number, origine: Origine | null, rangs: Array<{ rang: number, exAequo: number, territoire: { code: string, nom: string } | null, mesure: { valeur: number | null, unite: string | null, statut: StatutFigure, verdict: { etat: EtatVerdict } | null, provenance: { origine: Origine } } }>, exclus: Array<{ cle: string, libelle: string, nombre: number }>, absence: { motif: string } | null } | null };

export type ComparerTerritoiresQueryVariables = Exact<{
  territoires: Array<string> | string;
  exigence?: string | null | undefined;
  campagne?: string | null | undefined;
}>;


export type ComparerTerritoiresQuery = { territoiresClsc: { totalCount: number, nodes: Array<{ code: string, nom: string, superficieKm2: number | null, nombreInstallations: number | null, region: { code: string, nom: string }, etablissement: { code: string, nom: string } | null, populations: Array<{ annee: number, nombre: number, nature: NaturePopulation }>, bilan: { conformes: number, nonConformes: number, indetermines: number, sansVerdict: number, absents: number, verdictsReserves: boolean, campagne: { code: string }, parIndicateur: Array<{ conformes: number, nonConformes: number, indetermines: number, sansVerdict: number, absents: number, verdictsReserves: boolean, indicateur: { code: string, nom: string } }>, provenance: { origine: Origine } } | null, offre: { totalCount: number, nodes: Array<{ etat: EtatOffre, service: { code: CodeService } | null, provenance: { origine: Origine } } | null>, absence: { motif: string } | null } | null, exerciceRoles: { totalCount: number, nodes: Array<{ role: { code: CodeRoleClsc } | null, provenance: { origine: Origine } } | null>, absence: { motif: string } | null } | null, mesures: { totalCount: number, exerciceChoisi: string | null, nodes: Array<{ valeur: number | null, unite: string | null, statut: StatutFigure, periode: { code: string }, verdict: { etat: EtatVerdict, parSource: Array<{ source: SourceAssertion, etat: EtatVerdict }> } | null, provenance: { origine: Origine } } | null>, absence: { motif: string } | null } | null, provenance: { origine: Origine } } | null> } | null };

export type DependantsQueryVariables = Exact<{
  type: string;
  code: string;
  types?: Array<string> | string | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type DependantsQuery = { dependants: { totalCount: number, nodes: Array<{ type: string, code: string, titre: string, provenance: { origine: Origine, section: string | null, lignes: string | null, document: { code: string } | null } } | null>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null };

export type EnoncesConsultationQueryVariables = Exact<{
  section?: string | null | undefined;
  theme?: string | null | undefined;
  orientation?: string | null | undefined;
  nature?: NatureEnonce | null | undefined;
  statut?: StatutEnonce | null | undefined;
  texte?: string | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type EnoncesConsultationQuery = { enonces: { totalCount: number, nodes: Array<{ code: string, nature: NatureEnonce, statut: StatutEnonce, voix: string | null, enonce: string, precisions: Array<string>, porteur: string | null, competence: string | null, loi: string | null, article: string | null, theme: string | null, orientation: { code: string, titre: string } | null, section: { code: string, titre: string }, provenance: { origine: Origine, section: string | null, lignes: string | null, document: { code: string } | null } } | null>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null };

export type EnoncesOrientationsClscQueryVariables = Exact<{
  section?: string | null | undefined;
  nature?: NatureEnonce | null | undefined;
  statut?: StatutEnonce | null | undefined;
  texte?: string | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type EnoncesOrientationsClscQuery = { enonces: { totalCount: number, nodes: Array<{ code: string, nature: NatureEnonce, statut: StatutEnonce, voix: string | null, enonce: string, precisions: Array<string>, porteur: string | null, loi: string | null, article: string | null, theme: string | null, section: { code: string, titre: string }, provenance: { origine: Origine, section: string | null, lignes: string | null, document: { code: string } | null } } | null>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null };

export type EnoncesServicesSociauxQueryVariables = Exact<{
  section?: string | null | undefined;
  nature?: NatureEnonce | null | undefined;
  statut?: StatutEnonce | null | undefined;
  texte?: string | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type EnoncesServicesSociauxQuery = { enonces: { totalCount: number, nodes: Array<{ code: string, nature: NatureEnonce, statut: StatutEnonce, voix: string | null, enonce: string, precisions: Array<string>, porteur: string | null, loi: string | null, article: string | null, theme: string | null, section: { code: string, titre: string }, provenance: { origine: Origine, section: string | null, lignes: string | null, document: { code: string } | null } } | null>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null };

export type ExercicesRoleQueryVariables = Exact<{
  role: CodeRoleClsc;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type ExercicesRoleQuery = { roleClsc: { code: CodeRoleClsc, nom: string, exercices: { totalCount: number, origine: Origine | null, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, description: string, preuves: Array<string>, declareLe: string, territoire: { code: string, nom: string, region: { code: string, nom: string }, etablissement: { code: string, nom: string } | null } | null, provenance: { origine: Origine } } | null>, absence: { motif: string, doitRepondre: { code: CodePalier, nom: string } | null, mandat: { code: string } | null } | null } | null } | null };

export type ExigenceEtSourcesQueryVariables = Exact<{
  code: string;
}>;


export type ExigenceEtSourcesQuery = { exigence: { code: string, statut: StatutExigence, concordance: Concordance, service: { code: CodeService, nom: string }, standard: { code: string, enonce: string }, seuils: Array<{ valeur: number | null, comparateur: Comparateur | null, unite: string | null, declencheur: string | null, echeance: string | null, part: number | null, texte: string, precision: string | null }>, assertions: Array<{ source: SourceAssertion, statut: StatutExigence, volet: string | null, dit: string | null, seuil: { valeur: number | null, comparateur: Comparateur | null, unite: string | null, part: number | null, echeance: string | null } | null, provenance: { origine: Origine, section: string | null, lignes: string | null, document: { code: string } | null } }>, ecarts: Array<{ code: string, titre: string, gravite: Gravite, detail: string, cotes: Array<{ source: string, dit: string }> }>, arbitre: { code: string, palier: { code: CodePalier, nom: string } }, indicateur: { code: string, nom: string, unite: string, regle: string, provenance: { origine: Origine } } | null, regleTerritoire: { enonce: string, provenance: { origine: Origine } }, provenance: { origine: Origine, section: string | null, lignes: string | null, document: { code: string } | null } } | null };

export type ExigencesParFiltreQueryVariables = Exact<{
  filtre?: ExigencesFiltre | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type ExigencesParFiltreQuery = { exigences: { totalCount: number, nodes: Array<{ code: string, statut: StatutExigence, concordance: Concordance, service: { code: CodeService }, standard: { code: string, enonce: string }, seuils: Array<{ valeur: number | null, comparateur: Comparateur | null, unite: string | null, declencheur: string | null, texte: string }>, assertions: Array<{ source: SourceAssertion, statut: StatutExigence, dit: string | null, provenance: { origine: Origine, section: string | null, lignes: string | null, document: { code: string } | null } }>, ecarts: Array<{ code: string, titre: string }>, arbitre: { code: string, palier: { code: CodePalier } }, valeursRegionales: { totalCount: number, absence: { motif: string, doitRepondre: { code: CodePalier, nom: string } | null, mandat: { code: string } | null } | null } | null } | null>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null, fixe: { code: string, enonce: string, palier: { code: CodePalier, nom: string }, provenance: { origine: Origine, section: string | null, lignes: string | null, document: { code: string } | null } } | null, coordonne: { code: string, enonce: string, palier: { code: CodePalier, nom: string }, provenance: { origine: Origine, section: string | null, lignes: string | null, document: { code: string } | null } } | null, rendCompte: { code: string, enonce: string, palier: { code: CodePalier, nom: string }, provenance: { origine: Origine, section: string | null, lignes: string | null, document: { code: string } | null } } | null, territoiresClsc: { totalCount: number } | null };

export type FaitArrimageQueryVariables = Exact<{
  code: string;
}>;


export type FaitArrimageQuery = { fait: { __typename: 'Arrimage', code: string, avec: string, mode: string | null, roles: Array<{ __typename: 'RoleClsc', code: CodeRoleClsc, nom: string }>, elements: Array<{ __typename: 'Element', code: string, enonce: string }>, partage: { __typename: 'Element', code: string, enonce: string } | null, frein: { __typename: 'Element', code: string, enonce: string } | null, condition: { __typename: 'Element', code: string, enonce: string } | null, buts: Array<{ __typename: 'Element', code: string, enonce: string }>, clientele: { __typename: 'Element', code: string, enonce: string } | null, approches: Array<{ __typename: 'Element', code: string, enonce: string }>, circuit: Array<{ __typename: 'Element', code: string, enonce: string }>, critere: { __typename: 'Chiffre', code: string, libelle: string } | null, seuil: { __typename: 'Chiffre', code: string, libelle: string } | null, baseLegale: { __typename: 'ReferenceLegale', code: string, loi: string, article: string | null } | null, palier: { __typename: 'Palier', code: CodePalier, nom: string } | null, mandats: Array<{ __typename: 'Mandat', code: string, enonce: string }>, ecarts: Array<{ __typename: 'Ecart', code: string, titre: string, detail: string, gravite: Gravite, cotes: Array<{ source: string, dit: string }> }>, provenance: { origine: Origine, section: string | null, lignes: string | null, confiance: string | null, note: string | null, passage: { texte: string | null, absence: { motif: string } | null } | null, document: { __typename: 'Document', code: string, titre: string } | null }, versions: Array<{ connuDepuis: string, connuJusqua: string | null, avec: string | null, mode: string | null, parActe: { numero: number, natureActe: string, inscritLe: string, auteur: string, motif: string | null } | null, finiParActe: { numero: number, natureActe: string, inscritLe: string, auteur: string, motif: string | null } | null, provenance: { origine: Origine, section: string | null, lignes: string | null, confiance: string | null, note: string | null } | null }> | null } | null, dependants: { totalCount: number, nodes: Array<{ type: string, code: string, titre: string } | null> } | null };

export type SourceFragment = { origine: Origine, section: string | null, lignes: string | null, confiance: string | null, note: string | null, passage: { texte: string | null, absence: { motif: string } | null } | null, document: { __typename: 'Document', code: string, titre: string } | null };

export type ConflitFragment = { __typename: 'Ecart', code: string, titre: string, detail: string, gravite: Gravite, cotes: Array<{ source: string, dit: string }> };

export type FaitAxePolitiqueQueryVariables = Exact<{
  code: string;
}>;


export type FaitAxePolitiqueQuery = { fait: { __typename: 'AxePolitique', code: string, titre: string, rang: number, politique: { __typename: 'Politique', code: string, titre: string }, liens: Array<{ __typename: 'Element', code: string, enonce: string }>, orientations: Array<{ __typename: 'OrientationPolitique', code: string, titre: string }>, modifications: Array<{ __typename: 'ModificationRecommandee', code: string, enonce: string }>, ecarts: Array<{ __typename: 'Ecart', code: string, titre: string, detail: string, gravite: Gravite, cotes: Array<{ source: string, dit: string }> }>, provenance: { origine: Origine, section: string | null, lignes: string | null, confiance: string | null, note: string | null, passage: { texte: string | null, absence: { motif: string } | null } | null, document: { __typename: 'Document', code: string, titre: string } | null }, versions: Array<{ connuDepuis: string, connuJusqua: string | null, rang: number | null, titre: string | null, parActe: { numero: number, natureActe: string, inscritLe: string, auteur: string, motif: string | null } | null, finiParActe: { numero: number, natureActe: string, inscritLe: string, auteur: string, motif: string | null } | null, provenance: { origine: Origine, section: string | null, lignes: string | null, confiance: string | null, note: string | null } | null }> | null } | null, dependants: { totalCount: number, nodes: Array<{ type: string, code: string, titre: string } | null> } | null };

export type FaitCampagneQueryVariables = Exact<{
  code: string;
}>;


export type FaitCampagneQuery = { fait: { __typename: 'Campagne', code: string, nom: string, exercice: string, statut: StatutCampagne, courante: boolean, periodes: Array<string>, ouverteLe: string, echeanceRecommandee: string | null, echeance: string | null, cloture: string | null, fermeeLe: string | null, transmiseLe: string | null, canevas: { indicateurs: Array<{ __typename: 'Indicateur', code: string, nom: string }> } | null, versions: Array<{ connuDepuis: string, connuJusqua: string | null, nom: string | null, exercice: string | null, canevas: string | null, ouverteLe: string | null, fermeeLe: string | null, periodes: Array<string> | null, echeanceRecommandee: string | null, echeance: string | null, cloture: string | null, parActe: { numero: number, natureActe: string, inscritLe: string, auteur: string, motif: string | null } | null, finiParActe: { numero: number, natureActe: string, inscritLe: string, auteur: string, motif: string | null } | null, provenance: { origine: Origine, section: string | null, lignes: string | null, confiance: string | null, note: string | null } | null }> | null, provenance: { origine: Origine, section: string | null, lignes: string | null, confiance: string | null, note: string | null, passage: { texte: string | null, absence: { motif: string } | null } | null, document: { __typename: 'Document', code: string, titre: string } | null } } | null, redditions: { totalCount: number, absence: { __typename: 'Absence', motif: string } | null, nodes: Array<{ __typename: 'Reddition', code: string } | null> } | null };

export type FaitCanevasQueryVariables = Exact<{
  code: string;
}>;


export type FaitCanevasQuery = { fait: { __typename: 'Canevas', code: string, version: number, exercice: string, nature: NatureCanevas, indicateurs: Array<{ __typename: 'Indicateur', code: string, nom: string }>, cellules: Array<{ volet: string | null, frequence: FrequenceIndicateur, exigence: { __typename: 'Exigence', code: string, standard: { enonce: string }, service: { nom: string } } | null } | null>, versions: Array<{ connuDepuis: string, connuJusqua: string | null, version: number | null, exercice: string | null, nature: NatureCanevas | null, parActe: { numero: number, natureActe: string, inscritLe: string, auteur: string, motif: string | null } | null, finiParActe: { numero: number, natureActe: string, inscritLe: string, auteur: string, motif: string | null } | null, provenance: { origine: Origine, section: string | null, lignes: string | null, confiance: string | null, note: string | null } | null }> | null, provenance: { origine: Origine, section: string | null, lignes: string | null, confiance: string | null, note: string | null, passage: { texte: string | null, absence: { motif: string } | null } | null, document: { __typename: 'Document', code: string, titre: string } | null } } | null };

export type FaitChiffreQueryVariables = Exact<{
  code: string;
}>;


export type FaitChiffreQuery = { fait: { __typename: 'Chiffre', code: string, libelle: string, valeur: number | null, valeurs: Array<number>, unite: string | null, comparateur: Comparateur | null, declencheur: string | null, echeance: string | null, partAnnoncee: string | null, note: string | null, valeurTable: { valeur: number, concorde: boolean, provenance: { origine: Origine, section: string | null, lignes: string | null, confiance: string | null, note: string | null, passage: { texte: string | null, absence: { motif: string } | null } | null, document: { __typename: 'Document', code: string, titre: string } | null } } | null, ecarts: Array<{ __typename: 'Ecart', code: string, titre: string, detail: string, gravite: Gravite, cotes: Array<{ source: string, dit: string }> }>, provenance: { origine: Origine, section: string | null, lignes: string | null, confiance: string | null, note: string | null, passage: { texte: string | null, absence: { motif: string } | null } | null, document: { __typename: 'Document', code: string, titre: string } | null }, versions: Array<{ connuDepuis: string, connuJusqua: string | null, libelle: string | null, valeur: number | null, unite: string | null, comparateur: Comparateur | null, declencheur: string | null, echeance: string | null, note: string | null, parActe: { numero: number, natureActe: string, inscritLe: string, auteur: string, motif: string | null } | null, finiParActe: { numero: number, natureActe: string, inscritLe: string, auteur: string, motif: string | null } | null, provenance: { origine: Origine, section: string | null, lignes: string | null, confiance: string | null, note: string | null } | null }> | null } | null, dependants: { totalCount: number, nodes: Array<{ type: string, code: string, titre: string } | null> } | null };

export type FaitConstatQueryVariables = Exact<{
  code: string;
}>;


export type FaitConstatQuery = { fait: { __typename: 'Constat', etat: EtatConstat, besoin: string, recommandation: string | null, observeLe: string, transmisLe: string | null, code: string, territoire: { __typename: 'TerritoireClsc', code: string, nom: string, etablissement: { __typename: 'Etablissement', code: string, nom: string } | null } | null, suite: { decision: DecisionConstat | null, reponse: string | null, donneeLe: string | null, absence: { __typename: 'Absence', motif: string, doitRepondre: { __typename: 'Palier', code: CodePalier, nom: string } | null, mandat: { __typename: 'Mandat', code: string, enonce: string } | null } | null, provenance: { origine: Origine, section: string | null, lignes: string | null, confiance: string | null, note: string | null, passage: { texte: string | null, absence: { motif: string } | null } | null, document: { __typename: 'Document', code: string, titre: string } | null } | null } | null, versions: Array<{ connuDepuis: string, connuJusqua: string | null, etat: EtatConstat | null, besoin: string | null, recommandation: string | null, observeLe: string | null, transmisLe: string | null, parActe: { numero: number, natureActe: string, inscritLe: string, auteur: string, motif: string | null } | null, finiParActe: { numero: number, natureActe: string, inscritLe: string, auteur: string, motif: string | null } | null, provenance: { origine: Origine, section: string | null, lignes: string | null, confiance: string | null, note: string | null } | null }> | null, provenance: { origine: Origine, section: string | null, lignes: string | null, confiance: string | null, note: string | null, passage: { texte: string | null, absence: { motif: string } | null } | null, document: { __typename: 'Document', code: string, titre: string } | null } } | null };

export type FaitDemandeModificationQueryVariables = Exact<{
  code: string;
}>;


export type FaitDemandeModificationQuery = { fait: { __typename: 'DemandeModification', etat: EtatDemande, limites: string | null, motifs: Array<string>, avisSantePublique: string | null, communication: string | null, planRattachement: string | null, manque: Array<string>, deposeeLe: string | null, code: string, etablissement: { __typename: 'Etablissement', code: string, nom: string } | null, territoires: Array<{ __typename: 'TerritoireClsc', code: string, nom: string } | null> | null, impacts: Array<{ nature: NatureImpact, evaluation: string, provenance: { origine: Origine, section: string | null, lignes: string | null, confiance: string | null, note: string | null, passage: { texte: string | null, absence: { motif: string } | null } | null, document: { __typename: 'Document', code: string, titre: string } | null } }>, analyse: { effetDomino: Array<string>, conclusion: string | null, rendueLe: string | null, obligation: { __typename: 'Element', code: string, enonce: string } | null, absence: { __typename: 'Absence', motif: string, doitRepondre: { __typename: 'Palier', code: CodePalier, nom: string } | null, mandat: { __typename: 'Mandat', code: string, enonce: string } | null } | null, provenance: { origine: Origine, section: string | null, lignes: string | null, confiance: string | null, note: string | null, passage: { texte: string | null, absence: { motif: string } | null } | null, document: { __typename: 'Document', code: string, titre: string } | null } | null } | null, versions: Array<{ connuDepuis: string, connuJusqua: string | null, etat: EtatDemande | null, limites: string | null, avisSantePublique: string | null, communication: string | null, planRattachement: string | null, deposeeLe: string | null, parActe: { numero: number, natureActe: string, inscritLe: string, auteur: string, motif: string | null } | null, finiParActe: { numero: number, natureActe: string, inscritLe: string, auteur: string, motif: string | null } | null, provenance: { origine: Origine, section: string | null, lignes: string | null, confiance: string | null, note: string | null } | null }> | null, provenance: { origine: Origine, section: string | null, lignes: string | null, confiance: string | null, note: string | null, passage: { texte: string | null, absence: { motif: string } | null } | null, document: { __typename: 'Document', code: string, titre: string } | null } } | null };

export type FaitDesignationQueryVariables = Exact<{
  code: string;
}>;


export type FaitDesignationQuery = { fait: { __typename: 'Designation', designeeLe: string, enFonctionDepuis: string | null, finLe: string | null, code: string, territoire: { __typename: 'TerritoireClsc', code: string, nom: string } | null, etablissement: { __typename: 'Etablissement', code: string, nom: string } | null, delegation: { consentieLe: string, etablissement: { __typename: 'Etablissement', code: string, nom: string } | null, provenance: { origine: Origine, section: string | null, lignes: string | null, confiance: string | null, note: string | null, passage: { texte: string | null, absence: { motif: string } | null } | null, document: { __typename: 'Document', code: string, titre: string } | null } } | null, versions: Array<{ connuDepuis: string, connuJusqua: string | null, etablissement: string | null, designeeLe: string | null, enFonctionDepuis: string | null, finLe: string | null, parActe: { numero: number, natureActe: string, inscritLe: string, auteur: string, motif: string | null } | null, finiParActe: { numero: number, natureActe: string, inscritLe: string, auteur: string, motif: string | null } | null, provenance: { origine: Origine, section: string | null, lignes: string | null, confiance: string | null, note: string | null } | null }> | null, provenance: { origine: Origine, section: string | null, lignes: string | null, confiance: string | null, note: string | null, passage: { texte: string | null, absence: { motif: string } | null } | null, document: { __typename: 'Document', code: string, titre: string } | null } } | null };

export type FaitDocumentQueryVariables = Exact<{
  code: string;
}>;


export type FaitDocumentQuery = { fait: { __typename: 'Document', code: string, titre: string, emetteur: string, destinataire: string | null, date: string | null, statut: StatutDocument, portee: string, note: string | null, sections: Array<{ __typename: 'SectionDocument', code: string, titre: string }>, ecarts: Array<{ __typename: 'Ecart', code: string, titre: string, detail: string, gravite: Gravite, cotes: Array<{ source: string, dit: string }> }>, provenance: { origine: Origine, section: string | null, lignes: string | null, confiance: string | null, note: string | null, passage: { texte: string | null, absence: { motif: string } | null } | null, document: { __typename: 'Document', code: string, titre: string } | null }, versions: Array<{ connuDepuis: string, connuJusqua: string | null, titre: string | null, emetteur: string | null, destinataire: string | null, date: string | null, statut: StatutDocument | null, portee: string | null, note: string | null, parActe: { numero: number, natureActe: string, inscritLe: string, auteur: string, motif: string | null } | null, finiParActe: { numero: number, natureActe: string, inscritLe: string, auteur: string, motif: string | null } | null, provenance: { origine: Origine, section: string | null, lignes: string | null, confiance: string | null, note: string | null } | null }> | null } | null, dependants: { totalCount: number, nodes: Array<{ type: string, code: string, titre: string } | null> } | null };

export type FaitDocumentCiteQueryVariables = Exact<{
  code: string;
}>;


export type FaitDocumentCiteQuery = { fait: { __typename: 'DocumentCite', code: string, reference: string, provenance: { origine: Origine, section: string | null, lignes: string | null, confiance: string | null, note: string | null, passage: { texte: string | null, absence: { motif: string } | null } | null, document: { __typename: 'Document', code: string, titre: string } | null }, versions: Array<{ connuDepuis: string, connuJusqua: string | null, reference: string | null, parActe: { numero: number, natureActe: string, inscritLe: string, auteur: string, motif: string | null } | null, finiParActe: { numero: number, natureActe: string, inscritLe: string, auteur: string, motif: string | null } | null, provenance: { origine: Origine, section: string | null, lignes: string | null, confiance: string | null, note: string | null } | null }> | null } | null, dependants: { totalCount: number, nodes: Array<{ type: string, code: string, titre: string } | null> } | null };

export type FaitDomainePartenariatQueryVariables = Exact<{
  code: string;
}>;


export type FaitDomainePartenariatQuery = { fait: Array<{ __typename: 'DomainePartenariat', code: CodeDomainePartenariat, nom: string, visee: string, conditionsDeSucces: Array<{ __typename: 'Element', code: string, enonce: string }>, recommandations: Array<{ __typename: 'Recommandation', code: string, enonce: string }>, provenance: { origine: Origine, section: string | null, lignes: string | null, confiance: string | null, note: string | null, passage: { texte: string | null, absence: { motif: string } | null } | null, document: { __typename: 'Document', code: string, titre: string } | null }, versions: Array<{ connuDepuis: string, connuJusqua: string | null, nom: string | null, visee: string | null, parActe: { numero: number, natureActe: string, inscritLe: string, auteur: string, motif: string | null } | null, finiParActe: { numero: number, natureActe: string, inscritLe: string, auteur: string, motif: string | null } | null, provenance: { origine: Origine, section: string | null, lignes: string | null, confiance: string | null, note: string | null } | null }> | null }> | null, dependants: { totalCount: number, nodes: Array<{ type: string, code: string, titre: string } | null> } | null };

export type FaitEcartQueryVariables = Exact<{
  code: string;
}>;


export type FaitEcartQuery = { fait: { __typename: 'Ecart', code: string, titre: string, detail: string, gravite: Gravite, graviteInferee: boolean, serie: string, cotes: Array<{ source: string, dit: string }>, provenances: Array<{ origine: Origine, section: string | null, lignes: string | null, confiance: string | null, note: string | null, passage: { texte: string | null, absence: { motif: string } | null } | null, document: { __typename: 'Document', code: string, titre: string } | null }>, arbitre: { __typename: 'Mandat', code: string, enonce: string } | null, touche: Array<{ type: string, code: string }>, exigences: Array<{ __typename: 'Exigence', code: string, standard: { enonce: string }, service: { nom: string } }>, standards: Array<{ __typename: 'Standard', code: string, enonce: string }>, versions: Array<{ connuDepuis: string, connuJusqua: string | null, serie: string | null, titre: string | null, detail: string | null, gravite: Gravite | null, graviteInferee: boolean | null, parActe: { numero: number, natureActe: string, inscritLe: string, auteur: string, motif: string | null } | null, finiParActe: { numero: number, natureActe: string, inscritLe: string, auteur: string, motif: string | null } | null }> | null } | null, dependants: { totalCount: number, nodes: Array<{ type: string, code: string, titre: string } | null> } | null };

export type FaitElementQueryVariables = Exact<{
  code: string;
}>;


export type FaitElementQuery = { fait: { __typename: 'Element', code: string, enonce: string, precisions: Array<string>, liste: ListeElements, groupe: string | null, note: string | null, nonDit: boolean, baseLegale: { __typename: 'ReferenceLegale', code: string, loi: string, article: string | null } | null, elements: Array<{ __typename: 'Element', code: string, enonce: string }>, renvois: Array<
      | { __typename: 'Document' }
      | { __typename: 'Ecart', code: string, titre: string }
      | { __typename: 'Enonce' }
      | { __typename: 'Exigence' }
      | { __typename: 'Region' }
      | { __typename: 'ReseauLocal' }
      | { __typename: 'ReseauTerritorial' }
      | { __typename: 'Ruisss' }
      | { __typename: 'SectionDocument' }
      | { __typename: 'ServiceSocial' }
      | { __typename: 'Standard' }
      | { __typename: 'TerritoireClsc' }
      | { __typename: 'Arrimage' }
      | { __typename: 'Chiffre' }
      | { __typename: 'DocumentCite' }
      | { __typename: 'Element', code: string, enonce: string }
      | { __typename: 'Livrable' }
      | { __typename: 'OrientationMinisterielle' }
      | { __typename: 'Mandat', code: string, enonce: string }
      | { __typename: 'Palier' }
      | { __typename: 'DomainePartenariat' }
      | { __typename: 'Recommandation' }
      | { __typename: 'AxePolitique', code: string, titre: string }
      | { __typename: 'ModificationRecommandee' }
      | { __typename: 'OrientationPolitique' }
      | { __typename: 'Politique' }
      | { __typename: 'Principe' }
      | { __typename: 'ReferenceLegale' }
      | { __typename: 'RoleClsc' }
    >, ecarts: Array<{ __typename: 'Ecart', code: string, titre: string, detail: string, gravite: Gravite, cotes: Array<{ source: string, dit: string }> }>, provenance: { origine: Origine, section: string | null, lignes: string | null, confiance: string | null, note: string | null, passage: { texte: string | null, absence: { motif: string } | null } | null, document: { __typename: 'Document', code: string, titre: string } | null }, versions: Array<{ connuDepuis: string, connuJusqua: string | null, groupe: string | null, enonce: string | null, note: string | null, nonDit: boolean | null, parActe: { numero: number, natureActe: string, inscritLe: string, auteur: string, motif: string | null } | null, finiParActe: { numero: number, natureActe: string, inscritLe: string, auteur: string, motif: string | null } | null, provenance: { origine: Origine, section: string | null, lignes: string | null, confiance: string | null, note: string | null } | null }> | null } | null, dependants: { totalCount: number, nodes: Array<{ type: string, code: string, titre: string } | null> } | null };

export type FaitEnonceQueryVariables = Exact<{
  code: string;
}>;


export type FaitEnonceQuery = { fait: { __typename: 'Enonce', code: string, enonce: string, precisions: Array<string>, nature: NatureEnonce, statut: StatutEnonce, groupe: string | null, theme: string | null, voix: string | null, porteur: string | null, competence: string | null, loi: string | null, article: string | null, referenceLegale: { __typename: 'ReferenceLegale', code: string, loi: string, article: string | null } | null, orientation: { __typename: 'OrientationPolitique', code: string, titre: string } | null, document: { __typename: 'Document', code: string, titre: string }, section: { __typename: 'SectionDocument', code: string, titre: string }, provenance: { origine: Origine, section: string | null, lignes: string | null, confiance: string | null, note: string | null, passage: { texte: string | null, absence: { motif: string } | null } | null, document: { __typename: 'Document', code: string, titre: string } | null }, versions: Array<{ connuDepuis: string, connuJusqua: string | null, nature: NatureEnonce | null, statut: StatutEnonce | null, groupe: string | null, theme: string | null, orientation: string | null, enonce: string | null, porteur: string | null, voix: string | null, competence: string | null, loi: string | null, article: string | null, parActe: { numero: number, natureActe: string, inscritLe: string, auteur: string, motif: string | null } | null, finiParActe: { numero: number, natureActe: string, inscritLe: string, auteur: string, motif: string | null } | null, provenance: { origine: Origine, section: string | null, lignes: string | null, confiance: string | null, note: string | null } | null }> | null } | null, dependants: { totalCount: number, nodes: Array<{ type: string, code: string, titre: string } | null> } | null };

export type FaitEntenteQueryVariables = Exact<{
  code: string;
}>;


export type FaitEntenteQuery = { fait: { __typename: 'Entente', type: TypeEntente, etat: EtatEntente, aJour: boolean | null, volumes: string | null, financement: string | null, conclueLe: string | null, miseAJourLe: string | null, echeanceLe: string | null, avertissements: Array<string>, code: string, etablissement: { __typename: 'Etablissement', code: string, nom: string } | null, parties: Array<{ __typename: 'Partenaire', designation: string, type: TypePartenaire, code: string } | null>, territoires: Array<{ __typename: 'TerritoireClsc', code: string, nom: string } | null> | null, services: Array<{ __typename: 'ServiceSocial', code: CodeService, nom: string } | null> | null, versions: Array<{ connuDepuis: string, connuJusqua: string | null, type: TypeEntente | null, etat: EtatEntente | null, aJour: boolean | null, volumes: string | null, financement: string | null, conclueLe: string | null, miseAJourLe: string | null, echeanceLe: string | null, parActe: { numero: number, natureActe: string, inscritLe: string, auteur: string, motif: string | null } | null, finiParActe: { numero: number, natureActe: string, inscritLe: string, auteur: string, motif: string | null } | null, provenance: { origine: Origine, section: string | null, lignes: string | null, confiance: string | null, note: string | null } | null }> | null, provenance: { origine: Origine, section: string | null, lignes: string | null, confiance: string | null, note: string | null, passage: { texte: string | null, absence: { motif: string } | null } | null, document: { __typename: 'Document', code: string, titre: string } | null } } | null };

export type FaitEtablissementQueryVariables = Exact<{
  code: string;
}>;


export type FaitEtablissementQuery = { fait: { __typename: 'Etablissement', code: string, nom: string, abrege: string | null, type: string, categorie: CategorieEtablissement, santeQuebec: boolean, siege: string | null, provenanceSanteQuebec: { origine: Origine, section: string | null, lignes: string | null, confiance: string | null, note: string | null, passage: { texte: string | null, absence: { motif: string } | null } | null, document: { __typename: 'Document', code: string, titre: string } | null }, rattacheA: { __typename: 'Etablissement', code: string, nom: string } | null, provenanceRattachement: { origine: Origine, section: string | null, lignes: string | null, confiance: string | null, note: string | null, passage: { texte: string | null, absence: { motif: string } | null } | null, document: { __typename: 'Document', code: string, titre: string } | null } | null, siegeTerritoire: { __typename: 'TerritoireClsc', code: string, nom: string } | null, region: { __typename: 'Region', code: string, nom: string } | null, pdg: { fonction: CodeFonction, provenance: { origine: Origine, section: string | null, lignes: string | null, confiance: string | null, note: string | null, passage: { texte: string | null, absence: { motif: string } | null } | null, document: { __typename: 'Document', code: string, titre: string } | null } | null, absence: { motif: string } | null } | null, reseauxTerritoriaux: Array<{ __typename: 'ReseauTerritorial', code: string, nom: string } | null> | null, territoires: Array<{ __typename: 'TerritoireClsc', code: string, nom: string } | null> | null, redditions: { totalCount: number, nodes: Array<{ __typename: 'Reddition', campagne: string, version: number, code: string, provenance: { origine: Origine } } | null> } | null, provenance: { origine: Origine, section: string | null, lignes: string | null, confiance: string | null, note: string | null, passage: { texte: string | null, absence: { motif: string } | null } | null, document: { __typename: 'Document', code: string, titre: string } | null }, versions: Array<{ connuDepuis: string, connuJusqua: string | null, nom: string | null, abrege: string | null, categorie: CategorieEtablissement | null, type: string | null, santeQuebec: boolean | null, rattacheA: string | null, siege: string | null, siegeTerritoire: string | null, region: string | null, parActe: { numero: number, natureActe: string, inscritLe: string, auteur: string, motif: string | null } | null, finiParActe: { numero: number, natureActe: string, inscritLe: string, auteur: string, motif: string | null } | null, provenance: { origine: Origine, section: string | null, lignes: string | null, confiance: string | null, note: string | null } | null }> | null } | null };

export type FaitEtablissementPublieQueryVariables = Exact<{
  code: string;
}>;


export type FaitEtablissementPublieQuery = { fait: { __typename: 'EtablissementPublie', code: string, nom: string | null, nomAbrege: string | null, adresse: string | null, casePostale: string | null, codePostal: string | null, municipaliteCode: string | null, municipalite: string | null, mrc: string | null, regionCode: string | null, reseauLocalCode: string | null, ruisssCode: string | null, statut: StatutPublie | null, modeConstitution: string | null, modeFinancement: string | null, designation: string | null, instance: string | null, missions: Array<string>, missionsNonDites: Array<string>, dateIncorporation: string | null, longitude: number | null, latitude: number | null, dateMiseAJour: string | null, retireLe: string | null, territoire: { __typename: 'TerritoireClsc', code: string, nom: string } | null, versions: Array<{ connuDepuis: string, connuJusqua: string | null, nom: string | null, territoire: string | null, adresse: string | null, municipalite: string | null, retireLe: string | null, parActe: { numero: number, natureActe: string, inscritLe: string, auteur: string, motif: string | null } | null, finiParActe: { numero: number, natureActe: string, inscritLe: string, auteur: string, motif: string | null } | null, provenance: { origine: Origine, section: string | null, lignes: string | null, confiance: string | null, note: string | null } | null }> | null, provenance: { origine: Origine, section: string | null, lignes: string | null, confiance: string | null, note: string | null, passage: { texte: string | null, absence: { motif: string } | null } | null, document: { __typename: 'Document', code: string, titre: string } | null } } | null };

export type FaitExerciceRoleQueryVariables = Exact<{
  code: string;
}>;


export type FaitExerciceRoleQuery = { fait: { __typename: 'ExerciceRole', description: string, preuves: Array<string>, version: number, declareLe: string, code: string, territoire: { __typename: 'TerritoireClsc', code: string, nom: string, etablissement: { __typename: 'Etablissement', code: string, nom: string } | null } | null, role: { __typename: 'RoleClsc', code: CodeRoleClsc, nom: string } | null, versions: Array<{ connuDepuis: string, connuJusqua: string | null, description: string | null, version: number | null, declareLe: string | null, parActe: { numero: number, natureActe: string, inscritLe: string, auteur: string, motif: string | null } | null, finiParActe: { numero: number, natureActe: string, inscritLe: string, auteur: string, motif: string | null } | null, provenance: { origine: Origine, section: string | null, lignes: string | null, confiance: string | null, note: string | null } | null }> | null, provenance: { origine: Origine, section: string | null, lignes: string | null, confiance: string | null, note: string | null, passage: { texte: string | null, absence: { motif: string } | null } | null, document: { __typename: 'Document', code: string, titre: string } | null } } | null };

export type FaitExigenceQueryVariables = Exact<{
  code: string;
}>;


export type FaitExigenceQuery = { fait: { __typename: 'Exigence', code: string, statut: StatutExigence, statutLitteral: string, texte: string | null, concordance: Concordance, note: string | null, standard: { __typename: 'Standard', code: string, enonce: string }, service: { __typename: 'ServiceSocial', code: CodeService, nom: string }, seuils: Array<{ texte: string, volet: string | null }>, assertions: Array<{ source: SourceAssertion, nature: NatureAssertion, statut: StatutExigence, litteral: string, texte: string | null, volet: string | null, dit: string | null, provenance: { origine: Origine, section: string | null, lignes: string | null, confiance: string | null, note: string | null, passage: { texte: string | null, absence: { motif: string } | null } | null, document: { __typename: 'Document', code: string, titre: string } | null } }>, reglePrecedence: { enonce: string, provenance: { origine: Origine, section: string | null, lignes: string | null, confiance: string | null, note: string | null, passage: { texte: string | null, absence: { motif: string } | null } | null, document: { __typename: 'Document', code: string, titre: string } | null } }, regleArbitrage: { enonce: string, provenance: { origine: Origine, section: string | null, lignes: string | null, confiance: string | null, note: string | null, passage: { texte: string | null, absence: { motif: string } | null } | null, document: { __typename: 'Document', code: string, titre: string } | null } }, ecarts: Array<{ __typename: 'Ecart', code: string, titre: string, detail: string, gravite: Gravite, cotes: Array<{ source: string, dit: string }> }>, arbitre: { __typename: 'Mandat', code: string, enonce: string }, indicateur: { __typename: 'Indicateur', code: string, nom: string } | null, reglesValidation: Array<{ __typename: 'RegleValidation', code: string, nom: string } | null> | null, valeursRegionales: { totalCount: number, nodes: Array<{ __typename: 'ValeurRegionale', code: string, territoire: { nom: string } | null, provenance: { origine: Origine } } | null> } | null, provenance: { origine: Origine, section: string | null, lignes: string | null, confiance: string | null, note: string | null, passage: { texte: string | null, absence: { motif: string } | null } | null, document: { __typename: 'Document', code: string, titre: string } | null }, versions: Array<{ connuDepuis: string, connuJusqua: string | null, statut: StatutExigence | null, statutLitteral: string | null, texte: string | null, concordance: Concordance | null, note: string | null, parActe: { numero: number, natureActe: string, inscritLe: string, auteur: string, motif: string | null } | null, finiParActe: { numero: number, natureActe: string, inscritLe: string, auteur: string, motif: string | null } | null, provenance: { origine: Origine, section: string | null, lignes: string | null, confiance: string | null, note: string | null } | null }> | null } | null, dependants: { totalCount: number, nodes: Array<{ type: string, code: string, titre: string } | null> } | null, mesures: { totalCount: number, nodes: Array<{ __typename: 'Mesure', code: string, territoire: { nom: string } | null, periode: { code: string }, provenance: { origine: Origine } } | null> } | null };

export type FaitIndicateurQueryVariables = Exact<{
  code: string;
}>;


export type FaitIndicateurQuery = { fait: { __typename: 'Indicateur', code: string, nom: string, unite: string, direction: DirectionIndicateur, regle: string, frequence: FrequenceIndicateur, volets: Array<string>, exigences: Array<{ __typename: 'Exigence', code: string, standard: { enonce: string }, service: { nom: string } } | null> | null, provenance: { origine: Origine, section: string | null, lignes: string | null, confiance: string | null, note: string | null, passage: { texte: string | null, absence: { motif: string } | null } | null, document: { __typename: 'Document', code: string, titre: string } | null }, versions: Array<{ connuDepuis: string, connuJusqua: string | null, nom: string | null, unite: string | null, direction: DirectionIndicateur | null, regle: string | null, frequence: FrequenceIndicateur | null, volets: Array<string> | null, parActe: { numero: number, natureActe: string, inscritLe: string, auteur: string, motif: string | null } | null, finiParActe: { numero: number, natureActe: string, inscritLe: string, auteur: string, motif: string | null } | null, provenance: { origine: Origine, section: string | null, lignes: string | null, confiance: string | null, note: string | null } | null }> | null } | null, mesures: { totalCount: number, nodes: Array<{ __typename: 'Mesure', code: string, territoire: { nom: string } | null, periode: { code: string }, provenance: { origine: Origine } } | null> } | null };

export type FaitInstallationQueryVariables = Exact<{
  code: string;
}>;


export type FaitInstallationQuery = { fait: { __typename: 'Installation', code: string, nom: string, missionClsc: boolean, territoire: { __typename: 'TerritoireClsc', code: string, nom: string } | null, etablissement: { __typename: 'Etablissement', code: string, nom: string } | null, versions: Array<{ connuDepuis: string, connuJusqua: string | null, nom: string | null, territoire: string | null, etablissement: string | null, missionClsc: boolean | null, parActe: { numero: number, natureActe: string, inscritLe: string, auteur: string, motif: string | null } | null, finiParActe: { numero: number, natureActe: string, inscritLe: string, auteur: string, motif: string | null } | null, provenance: { origine: Origine, section: string | null, lignes: string | null, confiance: string | null, note: string | null } | null }> | null, provenance: { origine: Origine, section: string | null, lignes: string | null, confiance: string | null, note: string | null, passage: { texte: string | null, absence: { motif: string } | null } | null, document: { __typename: 'Document', code: string, titre: string } | null } } | null };

export type FaitInstallationPublieeQueryVariables = Exact<{
  code: string;
}>;


export type FaitInstallationPublieeQuery = { fait: { __typename: 'InstallationPubliee', code: string, nom: string | null, etablissementCode: string | null, etablissementNom: string | null, dateOuverture: string | null, autreNom: string | null, adresse: string | null, casePostale: string | null, codePostal: string | null, municipaliteCode: string | null, municipalite: string | null, mrc: string | null, regionCode: string | null, reseauLocalCode: string | null, ruisssCode: string | null, statut: StatutPublie | null, modeConstitution: string | null, modeFinancement: string | null, designation: string | null, instance: string | null, missions: Array<string>, missionsNonDites: Array<string>, dateIncorporation: string | null, longitude: number | null, latitude: number | null, dateMiseAJour: string | null, retireLe: string | null, territoire: { __typename: 'TerritoireClsc', code: string, nom: string } | null, versions: Array<{ connuDepuis: string, connuJusqua: string | null, nom: string | null, territoire: string | null, adresse: string | null, municipalite: string | null, retireLe: string | null, dateOuverture: string | null, parActe: { numero: number, natureActe: string, inscritLe: string, auteur: string, motif: string | null } | null, finiParActe: { numero: number, natureActe: string, inscritLe: string, auteur: string, motif: string | null } | null, provenance: { origine: Origine, section: string | null, lignes: string | null, confiance: string | null, note: string | null } | null }> | null, provenance: { origine: Origine, section: string | null, lignes: string | null, confiance: string | null, note: string | null, passage: { texte: string | null, absence: { motif: string } | null } | null, document: { __typename: 'Document', code: string, titre: string } | null } } | null };

export type FaitLevierNationalQueryVariables = Exact<{ [key: string]: never; }>;


export type FaitLevierNationalQuery = { fait: Array<{ __typename: 'LevierNational', code: string, nom: string, mandats: { __typename: 'Mandat', code: string, enonce: string } | null, absence: { __typename: 'Absence', motif: string, doitRepondre: { __typename: 'Palier', code: CodePalier, nom: string } | null, mandat: { __typename: 'Mandat', code: string, enonce: string } | null } | null, provenance: { origine: Origine, section: string | null, lignes: string | null, confiance: string | null, note: string | null, passage: { texte: string | null, absence: { motif: string } | null } | null, document: { __typename: 'Document', code: string, titre: string } | null } }> | null };

export type FaitLimitePublieeQueryVariables = Exact<{
  code: string;
}>;


export type FaitLimitePublieeQuery = { fait: { __typename: 'LimitePubliee', code: string, nom: string | null, etiquette: string | null, reseauLocalCode: string | null, reseauTerritorialCode: string | null, regionCode: string | null, ruisssCode: string | null, version: string | null, superficieKm2: number | null, retireLe: string | null, desaccords: Array<{ colonne: string, publie: string, connu: string }>, absenceContour: { motif: string } | null, versions: Array<{ connuDepuis: string, connuJusqua: string | null, nom: string | null, etiquette: string | null, version: string | null, retireLe: string | null, parActe: { numero: number, natureActe: string, inscritLe: string, auteur: string, motif: string | null } | null, finiParActe: { numero: number, natureActe: string, inscritLe: string, auteur: string, motif: string | null } | null, provenance: { origine: Origine, section: string | null, lignes: string | null, confiance: string | null, note: string | null } | null }> | null, provenance: { origine: Origine, section: string | null, lignes: string | null, confiance: string | null, note: string | null, passage: { texte: string | null, absence: { motif: string } | null } | null, document: { __typename: 'Document', code: string, titre: string } | null } } | null };

export type FaitLivrableQueryVariables = Exact<{
  code: string;
}>;


export type FaitLivrableQuery = { fait: { __typename: 'Livrable', code: string, titre: string, rang: number, date: string, etat: string, provenance: { origine: Origine, section: string | null, lignes: string | null, confiance: string | null, note: string | null, passage: { texte: string | null, absence: { motif: string } | null } | null, document: { __typename: 'Document', code: string, titre: string } | null }, versions: Array<{ connuDepuis: string, connuJusqua: string | null, titre: string | null, date: string | null, etat: string | null, parActe: { numero: number, natureActe: string, inscritLe: string, auteur: string, motif: string | null } | null, finiParActe: { numero: number, natureActe: string, inscritLe: string, auteur: string, motif: string | null } | null, provenance: { origine: Origine, section: string | null, lignes: string | null, confiance: string | null, note: string | null } | null }> | null } | null, dependants: { totalCount: number, nodes: Array<{ type: string, code: string, titre: string } | null> } | null };

export type FaitMandatQueryVariables = Exact<{
  code: string;
}>;


export type FaitMandatQuery = { fait: { __typename: 'Mandat', code: string, enonce: string, palier: { __typename: 'Palier', code: CodePalier, nom: string }, sousItems: Array<{ __typename: 'Element', code: string, enonce: string }>, ecarts: Array<{ __typename: 'Ecart', code: string, titre: string, detail: string, gravite: Gravite, cotes: Array<{ source: string, dit: string }> }>, provenance: { origine: Origine, section: string | null, lignes: string | null, confiance: string | null, note: string | null, passage: { texte: string | null, absence: { motif: string } | null } | null, document: { __typename: 'Document', code: string, titre: string } | null }, versions: Array<{ connuDepuis: string, connuJusqua: string | null, enonce: string | null, palier: string | null, parActe: { numero: number, natureActe: string, inscritLe: string, auteur: string, motif: string | null } | null, finiParActe: { numero: number, natureActe: string, inscritLe: string, auteur: string, motif: string | null } | null, provenance: { origine: Origine, section: string | null, lignes: string | null, confiance: string | null, note: string | null } | null }> | null } | null, dependants: { totalCount: number, nodes: Array<{ type: string, code: string, titre: string } | null> } | null };

export type FaitMesureQueryVariables = Exact<{
  code: string;
}>;


export type FaitMesureQuery = { fait: { __typename: 'Mesure', volet: string | null, valeur: number | null, unite: string | null, statut: StatutFigure, version: number, saisieLe: string, code: string, territoire: { __typename: 'TerritoireClsc', code: string, nom: string, etablissement: { __typename: 'Etablissement', code: string, nom: string } | null } | null, exigence: { __typename: 'Exigence', code: string, standard: { enonce: string }, service: { nom: string } } | null, periode: { code: string }, verdict: { etat: EtatVerdict, parSource: Array<{ source: SourceAssertion, etat: EtatVerdict, provenance: { origine: Origine, section: string | null, lignes: string | null, confiance: string | null, note: string | null, passage: { texte: string | null, absence: { motif: string } | null } | null, document: { __typename: 'Document', code: string, titre: string } | null } }>, ecarts: Array<{ __typename: 'Ecart', code: string, titre: string } | null> | null } | null, redditions: Array<{ __typename: 'LigneReddition', valeur: number | null, statut: StatutFigure, reponse: ReponseLigne | null, justification: string | null, reddition: { __typename: 'Reddition', code: string } | null }>, versions: Array<{ connuDepuis: string, connuJusqua: string | null, valeur: number | null, numerateur: number | null, denominateur: number | null, unite: string | null, statut: StatutFigure | null, version: number | null, saisieLe: string | null, parActe: { numero: number, natureActe: string, inscritLe: string, auteur: string, motif: string | null } | null, finiParActe: { numero: number, natureActe: string, inscritLe: string, auteur: string, motif: string | null } | null, provenance: { origine: Origine, section: string | null, lignes: string | null, confiance: string | null, note: string | null } | null }> | null, provenance: { origine: Origine, section: string | null, lignes: string | null, confiance: string | null, note: string | null, passage: { texte: string | null, absence: { motif: string } | null } | null, document: { __typename: 'Document', code: string, titre: string } | null } } | null };

export type FaitModificationRecommandeeQueryVariables = Exact<{
  code: string;
}>;


export type FaitModificationRecommandeeQuery = { fait: Array<{ __typename: 'ModificationRecommandee', code: string, enonce: string, type: TypeModification, statut: StatutDocument, axe: { __typename: 'AxePolitique', code: string, titre: string }, orientationsTouchees: Array<{ __typename: 'OrientationPolitique', code: string, titre: string }>, provenanceOrientations: { origine: Origine, section: string | null, lignes: string | null, confiance: string | null, note: string | null, passage: { texte: string | null, absence: { motif: string } | null } | null, document: { __typename: 'Document', code: string, titre: string } | null }, ecarts: Array<{ __typename: 'Ecart', code: string, titre: string, detail: string, gravite: Gravite, cotes: Array<{ source: string, dit: string }> }>, provenance: { origine: Origine, section: string | null, lignes: string | null, confiance: string | null, note: string | null, passage: { texte: string | null, absence: { motif: string } | null } | null, document: { __typename: 'Document', code: string, titre: string } | null }, versions: Array<{ connuDepuis: string, connuJusqua: string | null, type: TypeModification | null, enonce: string | null, statut: StatutDocument | null, parActe: { numero: number, natureActe: string, inscritLe: string, auteur: string, motif: string | null } | null, finiParActe: { numero: number, natureActe: string, inscritLe: string, auteur: string, motif: string | null } | null, provenance: { origine: Origine, section: string | null, lignes: string | null, confiance: string | null, note: string | null } | null }> | null }> | null, dependants: { totalCount: number, nodes: Array<{ type: string, code: string, titre: string } | null> } | null };

export type FaitOffreServiceQueryVariables = Exact<{
  code: string;
}>;


export type FaitOffreServiceQuery = { fait: { __typename: 'OffreService', etat: EtatOffre, modalites: string | null, declareeLe: string, code: string, territoire: { __typename: 'TerritoireClsc', code: string, nom: string, etablissement: { __typename: 'Etablissement', code: string, nom: string } | null } | null, service: { __typename: 'ServiceSocial', code: CodeService, nom: string } | null, entente: { __typename: 'Entente', type: TypeEntente, code: string } | null, versions: Array<{ connuDepuis: string, connuJusqua: string | null, etat: EtatOffre | null, modalites: string | null, entente: string | null, declareeLe: string | null, parActe: { numero: number, natureActe: string, inscritLe: string, auteur: string, motif: string | null } | null, finiParActe: { numero: number, natureActe: string, inscritLe: string, auteur: string, motif: string | null } | null, provenance: { origine: Origine, section: string | null, lignes: string | null, confiance: string | null, note: string | null } | null }> | null, provenance: { origine: Origine, section: string | null, lignes: string | null, confiance: string | null, note: string | null, passage: { texte: string | null, absence: { motif: string } | null } | null, document: { __typename: 'Document', code: string, titre: string } | null } } | null };

export type FaitOrientationMinisterielleQueryVariables = Exact<{
  code: string;
}>;


export type FaitOrientationMinisterielleQuery = { fait: { __typename: 'OrientationMinisterielle', code: string, titre: string, titreSommaire: string, objet: string, motifs: Array<{ __typename: 'Element', code: string, enonce: string }>, criteres: Array<{ __typename: 'Element', code: string, enonce: string }>, reglesModification: Array<{ __typename: 'Element', code: string, enonce: string }>, reglesRattachement: Array<{ __typename: 'Element', code: string, enonce: string }>, elements: Array<{ __typename: 'Element', code: string, enonce: string }>, ecarts: Array<{ __typename: 'Ecart', code: string, titre: string, detail: string, gravite: Gravite, cotes: Array<{ source: string, dit: string }> }>, provenance: { origine: Origine, section: string | null, lignes: string | null, confiance: string | null, note: string | null, passage: { texte: string | null, absence: { motif: string } | null } | null, document: { __typename: 'Document', code: string, titre: string } | null }, provenanceSommaire: { origine: Origine, section: string | null, lignes: string | null, confiance: string | null, note: string | null, passage: { texte: string | null, absence: { motif: string } | null } | null, document: { __typename: 'Document', code: string, titre: string } | null }, versions: Array<{ connuDepuis: string, connuJusqua: string | null, titre: string | null, titreSommaire: string | null, objet: string | null, parActe: { numero: number, natureActe: string, inscritLe: string, auteur: string, motif: string | null } | null, finiParActe: { numero: number, natureActe: string, inscritLe: string, auteur: string, motif: string | null } | null, provenance: { origine: Origine, section: string | null, lignes: string | null, confiance: string | null, note: string | null } | null }> | null } | null, dependants: { totalCount: number, nodes: Array<{ type: string, code: string, titre: string } | null> } | null };

export type FaitOrientationPolitiqueQueryVariables = Exact<{
  code: string;
}>;


export type FaitOrientationPolitiqueQuery = { fait: { __typename: 'OrientationPolitique', code: string, titre: string, themes: Array<string>, axe: { __typename: 'AxePolitique', code: string, titre: string }, enonces: Array<{ __typename: 'Enonce', code: string, enonce: string }>, ecarts: Array<{ __typename: 'Ecart', code: string, titre: string, detail: string, gravite: Gravite, cotes: Array<{ source: string, dit: string }> }>, provenance: { origine: Origine, section: string | null, lignes: string | null, confiance: string | null, note: string | null, passage: { texte: string | null, absence: { motif: string } | null } | null, document: { __typename: 'Document', code: string, titre: string } | null }, versions: Array<{ connuDepuis: string, connuJusqua: string | null, titre: string | null, parActe: { numero: number, natureActe: string, inscritLe: string, auteur: string, motif: string | null } | null, finiParActe: { numero: number, natureActe: string, inscritLe: string, auteur: string, motif: string | null } | null, provenance: { origine: Origine, section: string | null, lignes: string | null, confiance: string | null, note: string | null } | null }> | null } | null, dependants: { totalCount: number, nodes: Array<{ type: string, code: string, titre: string } | null> } | null };

export type FaitOutilQueryVariables = Exact<{ [key: string]: never; }>;


export type FaitOutilQuery = { fait: Array<{ __typename: 'Outil', code: string, nom: string, mandats: { __typename: 'Mandat', code: string, enonce: string } | null, absence: { __typename: 'Absence', motif: string, doitRepondre: { __typename: 'Palier', code: CodePalier, nom: string } | null, mandat: { __typename: 'Mandat', code: string, enonce: string } | null } | null, provenance: { origine: Origine, section: string | null, lignes: string | null, confiance: string | null, note: string | null, passage: { texte: string | null, absence: { motif: string } | null } | null, document: { __typename: 'Document', code: string, titre: string } | null } }> | null };

export type FaitPalierQueryVariables = Exact<{
  code: CodePalier;
}>;


export type FaitPalierQuery = { fait: { __typename: 'Palier', code: CodePalier, nom: string, niveau: Niveau, role: string, mandats: Array<{ __typename: 'Mandat', code: string, enonce: string }>, obligations: Array<{ code: string, enonce: string, provenance: { origine: Origine, section: string | null, lignes: string | null, confiance: string | null, note: string | null, passage: { texte: string | null, absence: { motif: string } | null } | null, document: { __typename: 'Document', code: string, titre: string } | null } }>, provenance: { origine: Origine, section: string | null, lignes: string | null, confiance: string | null, note: string | null, passage: { texte: string | null, absence: { motif: string } | null } | null, document: { __typename: 'Document', code: string, titre: string } | null }, versions: Array<{ connuDepuis: string, connuJusqua: string | null, niveau: Niveau | null, nom: string | null, role: string | null, parActe: { numero: number, natureActe: string, inscritLe: string, auteur: string, motif: string | null } | null, finiParActe: { numero: number, natureActe: string, inscritLe: string, auteur: string, motif: string | null } | null, provenance: { origine: Origine, section: string | null, lignes: string | null, confiance: string | null, note: string | null } | null }> | null } | null, recommandations: Array<{ __typename: 'Recommandation', code: string, enonce: string }> | null };

export type FaitPartenaireQueryVariables = Exact<{
  code: string;
}>;


export type FaitPartenaireQuery = { fait: { __typename: 'Partenaire', designation: string, type: TypePartenaire, code: string, territoire: { __typename: 'TerritoireClsc', code: string, nom: string, etablissement: { __typename: 'Etablissement', code: string, nom: string } | null } | null, versions: Array<{ connuDepuis: string, connuJusqua: string | null, type: TypePartenaire | null, designation: string | null, parActe: { numero: number, natureActe: string, inscritLe: string, auteur: string, motif: string | null } | null, finiParActe: { numero: number, natureActe: string, inscritLe: string, auteur: string, motif: string | null } | null, provenance: { origine: Origine, section: string | null, lignes: string | null, confiance: string | null, note: string | null } | null }> | null, provenance: { origine: Origine, section: string | null, lignes: string | null, confiance: string | null, note: string | null, passage: { texte: string | null, absence: { motif: string } | null } | null, document: { __typename: 'Document', code: string, titre: string } | null } } | null };

export type FaitPolitiqueQueryVariables = Exact<{
  code: string;
}>;


export type FaitPolitiqueQuery = { fait: { __typename: 'Politique', code: string, titre: string, statut: string | null, liens: Array<{ __typename: 'Element', code: string, enonce: string }>, pilote: { __typename: 'Element', code: string, enonce: string } | null, axes: Array<{ __typename: 'AxePolitique', code: string, titre: string }>, ecarts: Array<{ __typename: 'Ecart', code: string, titre: string, detail: string, gravite: Gravite, cotes: Array<{ source: string, dit: string }> }>, provenance: { origine: Origine, section: string | null, lignes: string | null, confiance: string | null, note: string | null, passage: { texte: string | null, absence: { motif: string } | null } | null, document: { __typename: 'Document', code: string, titre: string } | null }, versions: Array<{ connuDepuis: string, connuJusqua: string | null, titre: string | null, statut: string | null, parActe: { numero: number, natureActe: string, inscritLe: string, auteur: string, motif: string | null } | null, finiParActe: { numero: number, natureActe: string, inscritLe: string, auteur: string, motif: string | null } | null, provenance: { origine: Origine, section: string | null, lignes: string | null, confiance: string | null, note: string | null } | null }> | null } | null, dependants: { totalCount: number, nodes: Array<{ type: string, code: string, titre: string } | null> } | null };

export type FaitPrincipeQueryVariables = Exact<{
  code: string;
}>;


export type FaitPrincipeQuery = { fait: { __typename: 'Principe', code: string, nom: string, enonce: string, baseLegale: { __typename: 'ReferenceLegale', code: string, loi: string, article: string | null } | null, composantes: Array<{ __typename: 'Element', code: string, enonce: string }>, redevabilite: Array<{ __typename: 'Element', code: string, enonce: string }>, ecarts: Array<{ __typename: 'Ecart', code: string, titre: string, detail: string, gravite: Gravite, cotes: Array<{ source: string, dit: string }> }>, provenance: { origine: Origine, section: string | null, lignes: string | null, confiance: string | null, note: string | null, passage: { texte: string | null, absence: { motif: string } | null } | null, document: { __typename: 'Document', code: string, titre: string } | null }, versions: Array<{ connuDepuis: string, connuJusqua: string | null, nom: string | null, enonce: string | null, parActe: { numero: number, natureActe: string, inscritLe: string, auteur: string, motif: string | null } | null, finiParActe: { numero: number, natureActe: string, inscritLe: string, auteur: string, motif: string | null } | null, provenance: { origine: Origine, section: string | null, lignes: string | null, confiance: string | null, note: string | null } | null }> | null } | null, dependants: { totalCount: number, nodes: Array<{ type: string, code: string, titre: string } | null> } | null };

export type FaitRecommandationQueryVariables = Exact<{
  code: string;
}>;


export type FaitRecommandationQuery = { fait: { __typename: 'Recommandation', code: string, enonce: string, intention: string, prioritaire: boolean, statut: StatutDocument, note: string | null, domaine: { __typename: 'DomainePartenariat', code: CodeDomainePartenariat, nom: string }, palier: { __typename: 'Palier', code: CodePalier, nom: string }, conditionsDeSucces: Array<{ __typename: 'Element', code: string, enonce: string }>, ecarts: Array<{ __typename: 'Ecart', code: string, titre: string, detail: string, gravite: Gravite, cotes: Array<{ source: string, dit: string }> }>, provenance: { origine: Origine, section: string | null, lignes: string | null, confiance: string | null, note: string | null, passage: { texte: string | null, absence: { motif: string } | null } | null, document: { __typename: 'Document', code: string, titre: string } | null }, versions: Array<{ connuDepuis: string, connuJusqua: string | null, enonce: string | null, palier: string | null, prioritaire: boolean | null, intention: string | null, statut: StatutDocument | null, note: string | null, parActe: { numero: number, natureActe: string, inscritLe: string, auteur: string, motif: string | null } | null, finiParActe: { numero: number, natureActe: string, inscritLe: string, auteur: string, motif: string | null } | null, provenance: { origine: Origine, section: string | null, lignes: string | null, confiance: string | null, note: string | null } | null }> | null } | null, dependants: { totalCount: number, nodes: Array<{ type: string, code: string, titre: string } | null> } | null };

export type FaitRedditionQueryVariables = Exact<{
  code: string;
}>;


export type FaitRedditionQuery = { fait: { __typename: 'Reddition', campagne: string, version: number, etat: EtatReddition, saisieLe: string, soumiseLe: string | null, retireeLe: string | null, code: string, etablissement: { __typename: 'Etablissement', code: string, nom: string } | null, depasseePar: { __typename: 'Reddition', code: string } | null, mesures: { totalCount: number, absence: { __typename: 'Absence', motif: string } | null, nodes: Array<{ __typename: 'LigneReddition', volet: string | null, valeur: number | null, statut: StatutFigure, mesure: { __typename: 'Mesure', code: string } | null, territoire: { __typename: 'TerritoireClsc', code: string } | null, exigence: { __typename: 'Exigence', code: string } | null, periode: { code: string } } | null> }, examen: { statut: StatutExamen | null, motifs: Array<string>, examineLe: string | null, absence: { motif: string } | null, cellules: Array<{ motif: string, attendu: string, mesure: { __typename: 'Mesure', code: string } | null } | null> } | null, versions: Array<{ connuDepuis: string, connuJusqua: string | null, campagne: string | null, version: number | null, etat: EtatReddition | null, revision: number | null, saisieLe: string | null, soumiseLe: string | null, retireeLe: string | null, parActe: { numero: number, natureActe: string, inscritLe: string, auteur: string, motif: string | null } | null, finiParActe: { numero: number, natureActe: string, inscritLe: string, auteur: string, motif: string | null } | null, provenance: { origine: Origine, section: string | null, lignes: string | null, confiance: string | null, note: string | null } | null }> | null, provenance: { origine: Origine, section: string | null, lignes: string | null, confiance: string | null, note: string | null, passage: { texte: string | null, absence: { motif: string } | null } | null, document: { __typename: 'Document', code: string, titre: string } | null } } | null };

export type FaitReferenceLegaleQueryVariables = Exact<{
  code: string;
}>;


export type FaitReferenceLegaleQuery = { fait: { __typename: 'ReferenceLegale', code: string, loi: string, article: string | null, articles: Array<string>, fonde: string, concerne: PorteeReference | null, note: string | null, provenanceConcerne: { origine: Origine, section: string | null, lignes: string | null, confiance: string | null, note: string | null, passage: { texte: string | null, absence: { motif: string } | null } | null, document: { __typename: 'Document', code: string, titre: string } | null } | null, standards: Array<{ __typename: 'Standard', code: string, enonce: string }>, ecarts: Array<{ __typename: 'Ecart', code: string, titre: string, detail: string, gravite: Gravite, cotes: Array<{ source: string, dit: string }> }>, provenance: { origine: Origine, section: string | null, lignes: string | null, confiance: string | null, note: string | null, passage: { texte: string | null, absence: { motif: string } | null } | null, document: { __typename: 'Document', code: string, titre: string } | null }, versions: Array<{ connuDepuis: string, connuJusqua: string | null, loi: string | null, article: string | null, fonde: string | null, concerne: PorteeReference | null, note: string | null, parActe: { numero: number, natureActe: string, inscritLe: string, auteur: string, motif: string | null } | null, finiParActe: { numero: number, natureActe: string, inscritLe: string, auteur: string, motif: string | null } | null, provenance: { origine: Origine, section: string | null, lignes: string | null, confiance: string | null, note: string | null } | null }> | null } | null, dependants: { totalCount: number, nodes: Array<{ type: string, code: string, titre: string } | null> } | null };

export type FaitRegionQueryVariables = Exact<{
  code: string;
}>;


export type FaitRegionQuery = { fait: { __typename: 'Region', code: string, nom: string, nombrePersonnes: number, anneePopulation: number, reseauxTerritoriaux: Array<{ __typename: 'ReseauTerritorial', code: string, nom: string }>, territoires: Array<{ __typename: 'TerritoireClsc', code: string, nom: string }>, provenance: { origine: Origine, section: string | null, lignes: string | null, confiance: string | null, note: string | null, passage: { texte: string | null, absence: { motif: string } | null } | null, document: { __typename: 'Document', code: string, titre: string } | null }, versions: Array<{ connuDepuis: string, connuJusqua: string | null, nom: string | null, nombrePersonnes: number | null, anneePopulation: number | null, parActe: { numero: number, natureActe: string, inscritLe: string, auteur: string, motif: string | null } | null, finiParActe: { numero: number, natureActe: string, inscritLe: string, auteur: string, motif: string | null } | null, provenance: { origine: Origine, section: string | null, lignes: string | null, confiance: string | null, note: string | null } | null }> | null } | null };

export type FaitRegleValidationQueryVariables = Exact<{
  code: string;
}>;


export type FaitRegleValidationQuery = { fait: { __typename: 'RegleValidation', code: string, nom: string, version: number, severite: SeveriteRegle, expression: string, message: string, remede: string, unites: Array<string>, enVigueurDe: string | null, enVigueurA: string | null, exigences: Array<{ __typename: 'Exigence', code: string, standard: { enonce: string }, service: { nom: string } } | null> | null, fondement: { origine: Origine, section: string | null, lignes: string | null, confiance: string | null, note: string | null, passage: { texte: string | null, absence: { motif: string } | null } | null, document: { __typename: 'Document', code: string, titre: string } | null }, toutesVersions: Array<{ version: number, nom: string, severite: SeveriteRegle, expression: string, message: string, remede: string, unites: Array<string>, enVigueurDe: string | null, enVigueurA: string | null }>, provenance: { origine: Origine, section: string | null, lignes: string | null, confiance: string | null, note: string | null, passage: { texte: string | null, absence: { motif: string } | null } | null, document: { __typename: 'Document', code: string, titre: string } | null } } | null };

export type FaitReseauLocalQueryVariables = Exact<{
  code: string;
}>;


export type FaitReseauLocalQuery = { fait: { __typename: 'ReseauLocal', code: string, nom: string, ancienNom: string | null, nombrePersonnes: number, anneePopulation: number, compteDansLes93: boolean, reseauTerritorial: { __typename: 'ReseauTerritorial', code: string, nom: string }, territoires: Array<{ __typename: 'TerritoireClsc', code: string, nom: string }>, provenance: { origine: Origine, section: string | null, lignes: string | null, confiance: string | null, note: string | null, passage: { texte: string | null, absence: { motif: string } | null } | null, document: { __typename: 'Document', code: string, titre: string } | null }, versions: Array<{ connuDepuis: string, connuJusqua: string | null, nom: string | null, nombrePersonnes: number | null, anneePopulation: number | null, compteDansLes93: boolean | null, ancienNom: string | null, parActe: { numero: number, natureActe: string, inscritLe: string, auteur: string, motif: string | null } | null, finiParActe: { numero: number, natureActe: string, inscritLe: string, auteur: string, motif: string | null } | null, provenance: { origine: Origine, section: string | null, lignes: string | null, confiance: string | null, note: string | null } | null }> | null } | null };

export type FaitReseauTerritorialQueryVariables = Exact<{
  code: string;
}>;


export type FaitReseauTerritorialQuery = { fait: { __typename: 'ReseauTerritorial', code: string, nom: string, nombrePersonnes: number, anneePopulation: number, conventionnel: boolean, region: { __typename: 'Region', code: string, nom: string }, etablissement: { __typename: 'Etablissement', code: string, nom: string } | null, reseauxLocaux: Array<{ __typename: 'ReseauLocal', code: string, nom: string }>, territoires: Array<{ __typename: 'TerritoireClsc', code: string, nom: string }>, provenance: { origine: Origine, section: string | null, lignes: string | null, confiance: string | null, note: string | null, passage: { texte: string | null, absence: { motif: string } | null } | null, document: { __typename: 'Document', code: string, titre: string } | null }, versions: Array<{ connuDepuis: string, connuJusqua: string | null, nom: string | null, nombrePersonnes: number | null, anneePopulation: number | null, conventionnel: boolean | null, region: string | null, parActe: { numero: number, natureActe: string, inscritLe: string, auteur: string, motif: string | null } | null, finiParActe: { numero: number, natureActe: string, inscritLe: string, auteur: string, motif: string | null } | null, provenance: { origine: Origine, section: string | null, lignes: string | null, confiance: string | null, note: string | null } | null }> | null } | null };

export type FaitRoleClscQueryVariables = Exact<{
  code: CodeRoleClsc;
}>;


export type FaitRoleClscQuery = { fait: { __typename: 'RoleClsc', code: CodeRoleClsc, nom: string, nomSection: string, sigle: string, enjeux: Array<{ __typename: 'Element', code: string, enonce: string }>, leviers: Array<{ __typename: 'Element', code: string, enonce: string }>, responsabilites: Array<{ __typename: 'Element', code: string, enonce: string }>, effetsAttendus: Array<{ __typename: 'Element', code: string, enonce: string }>, limites: Array<{ __typename: 'Element', code: string, enonce: string }>, homonymie: { __typename: 'Element', code: string, enonce: string } | null, definiPar: { __typename: 'Mandat', code: string, enonce: string } | null, incarnePar: { __typename: 'Mandat', code: string, enonce: string } | null, arrimages: Array<{ __typename: 'Arrimage', code: string, avec: string }>, exercices: { totalCount: number, nodes: Array<{ __typename: 'ExerciceRole', description: string, declareLe: string, code: string, territoire: { __typename: 'TerritoireClsc', code: string, nom: string, region: { __typename: 'Region', code: string, nom: string }, etablissement: { __typename: 'Etablissement', code: string, nom: string } | null } | null, provenance: { origine: Origine } } | null>, absence: { motif: string, doitRepondre: { nom: string } | null, mandat: { code: string } | null } | null } | null, ecarts: Array<{ __typename: 'Ecart', code: string, titre: string, detail: string, gravite: Gravite, cotes: Array<{ source: string, dit: string }> }>, provenance: { origine: Origine, section: string | null, lignes: string | null, confiance: string | null, note: string | null, passage: { texte: string | null, absence: { motif: string } | null } | null, document: { __typename: 'Document', code: string, titre: string } | null }, provenanceSommaire: { origine: Origine, section: string | null, lignes: string | null, confiance: string | null, note: string | null, passage: { texte: string | null, absence: { motif: string } | null } | null, document: { __typename: 'Document', code: string, titre: string } | null }, versions: Array<{ connuDepuis: string, connuJusqua: string | null, nom: string | null, nomSection: string | null, sigle: string | null, parActe: { numero: number, natureActe: string, inscritLe: string, auteur: string, motif: string | null } | null, finiParActe: { numero: number, natureActe: string, inscritLe: string, auteur: string, motif: string | null } | null, provenance: { origine: Origine, section: string | null, lignes: string | null, confiance: string | null, note: string | null } | null }> | null } | null };

export type FaitRuisssQueryVariables = Exact<{ [key: string]: never; }>;


export type FaitRuisssQuery = { fait: Array<{ __typename: 'Ruisss', code: string, nom: string, nombrePersonnes: number, anneePopulation: number, territoires: Array<{ __typename: 'TerritoireClsc', code: string, nom: string }>, provenance: { origine: Origine, section: string | null, lignes: string | null, confiance: string | null, note: string | null, passage: { texte: string | null, absence: { motif: string } | null } | null, document: { __typename: 'Document', code: string, titre: string } | null }, versions: Array<{ connuDepuis: string, connuJusqua: string | null, nom: string | null, nombrePersonnes: number | null, anneePopulation: number | null, parActe: { numero: number, natureActe: string, inscritLe: string, auteur: string, motif: string | null } | null, finiParActe: { numero: number, natureActe: string, inscritLe: string, auteur: string, motif: string | null } | null, provenance: { origine: Origine, section: string | null, lignes: string | null, confiance: string | null, note: string | null } | null }> | null }> | null };

export type FaitSectionDocumentQueryVariables = Exact<{
  code: string;
}>;


export type FaitSectionDocumentQuery = { fait: { __typename: 'SectionDocument', code: string, titre: string, lignes: string, document: { __typename: 'Document', code: string, titre: string }, parent: { __typename: 'SectionDocument', code: string, titre: string } | null, sections: Array<{ __typename: 'SectionDocument', code: string, titre: string }>, faits: Array<{ type: string, code: string, titre: string, lignes: string }>, ailleurs: Array<{ champ: string, contenu: string, palier: { __typename: 'Palier', code: CodePalier, nom: string } | null }>, provenance: { origine: Origine, section: string | null, lignes: string | null, confiance: string | null, note: string | null, passage: { texte: string | null, absence: { motif: string } | null } | null, document: { __typename: 'Document', code: string, titre: string } | null }, versions: Array<{ connuDepuis: string, connuJusqua: string | null, rang: number | null, titre: string | null, parActe: { numero: number, natureActe: string, inscritLe: string, auteur: string, motif: string | null } | null, finiParActe: { numero: number, natureActe: string, inscritLe: string, auteur: string, motif: string | null } | null, provenance: { origine: Origine, section: string | null, lignes: string | null, confiance: string | null, note: string | null } | null }> | null } | null };

export type FaitServiceSocialQueryVariables = Exact<{
  code: CodeService;
}>;


export type FaitServiceSocialQuery = { fait: { __typename: 'ServiceSocial', code: CodeService, nom: string, fiche: number, description: string, clientele: string, objectifs: Array<string>, nombreEnoncesFiche: number, provenanceClientele: { origine: Origine, section: string | null, lignes: string | null, confiance: string | null, note: string | null, passage: { texte: string | null, absence: { motif: string } | null } | null, document: { __typename: 'Document', code: string, titre: string } | null }, enonces: Array<{ __typename: 'Enonce', code: string, enonce: string }>, exigences: Array<{ __typename: 'Exigence', code: string, standard: { enonce: string }, service: { nom: string } }>, offres: { totalCount: number, nodes: Array<{ __typename: 'OffreService', etat: EtatOffre, modalites: string | null, declareeLe: string, code: string, territoire: { __typename: 'TerritoireClsc', code: string, nom: string, region: { __typename: 'Region', code: string, nom: string }, etablissement: { __typename: 'Etablissement', code: string, nom: string } | null } | null, provenance: { origine: Origine } } | null>, absence: { motif: string, doitRepondre: { nom: string } | null, mandat: { code: string } | null } | null } | null, ecarts: Array<{ __typename: 'Ecart', code: string, titre: string, detail: string, gravite: Gravite, cotes: Array<{ source: string, dit: string }> }>, provenance: { origine: Origine, section: string | null, lignes: string | null, confiance: string | null, note: string | null, passage: { texte: string | null, absence: { motif: string } | null } | null, document: { __typename: 'Document', code: string, titre: string } | null }, versions: Array<{ connuDepuis: string, connuJusqua: string | null, nom: string | null, description: string | null, clientele: string | null, parActe: { numero: number, natureActe: string, inscritLe: string, auteur: string, motif: string | null } | null, finiParActe: { numero: number, natureActe: string, inscritLe: string, auteur: string, motif: string | null } | null, provenance: { origine: Origine, section: string | null, lignes: string | null, confiance: string | null, note: string | null } | null }> | null } | null };

export type FaitStandardQueryVariables = Exact<{
  code: string;
}>;


export type FaitStandardQuery = { fait: { __typename: 'Standard', code: string, enonce: string, attribut: Attribut, sousGroupe: string, type: TypeStandard, sourceStandard: SourceStandard, indicateurPermis: boolean, motifRefus: string | null, provenanceRefus: { origine: Origine, section: string | null, lignes: string | null, confiance: string | null, note: string | null, passage: { texte: string | null, absence: { motif: string } | null } | null, document: { __typename: 'Document', code: string, titre: string } | null } | null, referencesLegales: Array<{ __typename: 'ReferenceLegale', code: string, loi: string, article: string | null }>, exigences: Array<{ __typename: 'Exigence', code: string, standard: { enonce: string }, service: { nom: string } }>, ecarts: Array<{ __typename: 'Ecart', code: string, titre: string, detail: string, gravite: Gravite, cotes: Array<{ source: string, dit: string }> }>, provenance: { origine: Origine, section: string | null, lignes: string | null, confiance: string | null, note: string | null, passage: { texte: string | null, absence: { motif: string } | null } | null, document: { __typename: 'Document', code: string, titre: string } | null }, versions: Array<{ connuDepuis: string, connuJusqua: string | null, attribut: Attribut | null, sousGroupe: string | null, enonce: string | null, type: TypeStandard | null, sourceStandard: SourceStandard | null, parActe: { numero: number, natureActe: string, inscritLe: string, auteur: string, motif: string | null } | null, finiParActe: { numero: number, natureActe: string, inscritLe: string, auteur: string, motif: string | null } | null, provenance: { origine: Origine, section: string | null, lignes: string | null, confiance: string | null, note: string | null } | null }> | null } | null, dependants: { totalCount: number, nodes: Array<{ type: string, code: string, titre: string } | null> } | null };

export type FaitTerritoireClscQueryVariables = Exact<{
  code: string;
}>;


export type FaitTerritoireClscQuery = { fait: { __typename: 'TerritoireClsc', code: string, nom: string, nom2017: string | null, superficieKm2: number | null, nombreInstallations: number | null, valideDepuis: string | null, valideJusqua: string | null, absenceValidite: { motif: string } | null, populations: Array<{ annee: number, nombre: number, nature: NaturePopulation, provenance: { origine: Origine, section: string | null, lignes: string | null, confiance: string | null, note: string | null, passage: { texte: string | null, absence: { motif: string } | null } | null, document: { __typename: 'Document', code: string, titre: string } | null } }>, situationPopulation: { avertissement: string, provenance: { origine: Origine, section: string | null, lignes: string | null, confiance: string | null, note: string | null, passage: { texte: string | null, absence: { motif: string } | null } | null, document: { __typename: 'Document', code: string, titre: string } | null } }, region: { __typename: 'Region', code: string, nom: string }, ruisss: { __typename: 'Ruisss', code: string, nom: string }, reseauTerritorial: { __typename: 'ReseauTerritorial', code: string, nom: string }, reseauLocal: { __typename: 'ReseauLocal', code: string, nom: string } | null, etablissement: { __typename: 'Etablissement', code: string, nom: string } | null, provenanceEtablissement: { origine: Origine, section: string | null, lignes: string | null, confiance: string | null, note: string | null, passage: { texte: string | null, absence: { motif: string } | null } | null, document: { __typename: 'Document', code: string, titre: string } | null } | null, gestionnaire: { fonction: string | null, enFonctionDepuis: string | null, provenance: { origine: Origine, section: string | null, lignes: string | null, confiance: string | null, note: string | null, passage: { texte: string | null, absence: { motif: string } | null } | null, document: { __typename: 'Document', code: string, titre: string } | null } | null, absence: { motif: string } | null } | null, exerciceRoles: { totalCount: number, nodes: Array<{ description: string, role: { __typename: 'RoleClsc', code: CodeRoleClsc, nom: string } | null, provenance: { origine: Origine, section: string | null, lignes: string | null, confiance: string | null, note: string | null, passage: { texte: string | null, absence: { motif: string } | null } | null, document: { __typename: 'Document', code: string, titre: string } | null } } | null>, absence: { motif: string } | null } | null, mesures: { totalCount: number, nodes: Array<{ __typename: 'Mesure', volet: string | null, code: string, exigence: { standard: { enonce: string }, service: { nom: string } } | null, periode: { code: string }, provenance: { origine: Origine } } | null> } | null, designations: { totalCount: number, nodes: Array<{ __typename: 'Designation', code: string, provenance: { origine: Origine } } | null> } | null, offre: { totalCount: number, nodes: Array<{ __typename: 'OffreService', code: string, service: { nom: string } | null, provenance: { origine: Origine } } | null> } | null, ententes: { totalCount: number, nodes: Array<{ __typename: 'Entente', code: string, provenance: { origine: Origine } } | null> } | null, constats: { totalCount: number, nodes: Array<{ __typename: 'Constat', besoin: string, code: string, provenance: { origine: Origine } } | null> } | null, partenaires: { totalCount: number, nodes: Array<{ __typename: 'Partenaire', designation: string, code: string, provenance: { origine: Origine } } | null> } | null, installations: { totalCount: number, nodes: Array<{ __typename: 'Installation', code: string, nom: string, provenance: { origine: Origine } } | null> } | null, installationsPubliees: { totalCount: number, nodes: Array<{ __typename: 'InstallationPubliee', code: string, nom: string | null } | null> }, limitePubliee: { __typename: 'LimitePubliee', code: string, nom: string | null } | null, provenance: { origine: Origine, section: string | null, lignes: string | null, confiance: string | null, note: string | null, passage: { texte: string | null, absence: { motif: string } | null } | null, document: { __typename: 'Document', code: string, titre: string } | null }, versions: Array<{ connuDepuis: string, connuJusqua: string | null, nom: string | null, nom2017: string | null, reseauLocal: string | null, reseauTerritorial: string | null, region: string | null, ruisss: string | null, superficieKm2: number | null, nombreInstallations: number | null, valideDepuis: string | null, valideJusqua: string | null, parActe: { numero: number, natureActe: string, inscritLe: string, auteur: string, motif: string | null } | null, finiParActe: { numero: number, natureActe: string, inscritLe: string, auteur: string, motif: string | null } | null, provenance: { origine: Origine, section: string | null, lignes: string | null, confiance: string | null, note: string | null } | null }> | null } | null };

export type FaitValeurRegionaleQueryVariables = Exact<{
  code: string;
}>;


export type FaitValeurRegionaleQuery = { fait: { __typename: 'ValeurRegionale', valeur: number | null, unite: string | null, texte: string, version: number, enVigueurDepuis: string, code: string, exigence: { __typename: 'Exigence', code: string, standard: { enonce: string }, service: { nom: string } } | null, territoire: { __typename: 'TerritoireClsc', code: string, nom: string, etablissement: { __typename: 'Etablissement', code: string, nom: string } | null } | null, versions: Array<{ connuDepuis: string, connuJusqua: string | null, valeur: number | null, unite: string | null, texte: string | null, version: number | null, enVigueurDepuis: string | null, parActe: { numero: number, natureActe: string, inscritLe: string, auteur: string, motif: string | null } | null, finiParActe: { numero: number, natureActe: string, inscritLe: string, auteur: string, motif: string | null } | null, provenance: { origine: Origine, section: string | null, lignes: string | null, confiance: string | null, note: string | null } | null }> | null, provenance: { origine: Origine, section: string | null, lignes: string | null, confiance: string | null, note: string | null, passage: { texte: string | null, absence: { motif: string } | null } | null, document: { __typename: 'Document', code: string, titre: string } | null } } | null };

export type FicheServiceSocialQueryVariables = Exact<{
  code: CodeService;
}>;


export type FicheServiceSocialQuery = { serviceSocial: { code: CodeService, nom: string, fiche: number, enonces: Array<{ code: string, nature: NatureEnonce, enonce: string, precisions: Array<string>, provenance: { origine: Origine, section: string | null, lignes: string | null, document: { code: string } | null } }> } | null };

export type FicheTerritoireQueryVariables = Exact<{
  code: string;
  campagne?: string | null | undefined;
}>;


export type FicheTerritoireQuery = { territoireClsc: { code: string, nom: string, region: { nom: string }, reseauTerritorial: { nom: string }, reseauLocal: { nom: string } | null, populations: Array<{ annee: number, nombre: number, nature: NaturePopulation }>, situationPopulation: { position: PositionRepere, avertissement: string }, etablissement: { code: string, nom: string, abrege: string | null } | null, bilan: { conformes: number, nonConformes: number, indetermines: number, sansVerdict: number, absents: number, attendues: number, verdictsReserves: boolean, campagne: { code: string }, provenance: { origine: Origine }, parIndicateur: Array<{ conformes: number, nonConformes: number, indetermines: number, sansVerdict: number, absents: number, attendues: number, verdictsReserves: boolean, indicateur: { code: string, nom: string } }> } | null, gestionnaire: { fonction: string | null, enFonctionDepuis: string | null, provenance: { origine: Origine } | null, absence: { motif: string } | null } | null, offre: { totalCount: number, nodes: Array<{ etat: EtatOffre, service: { code: CodeService, nom: string } | null, provenance: { origine: Origine } } | null>, absence: { motif: string } | null } | null, mesures: { exerciceChoisi: string | null, totalCount: number, nodes: Array<{ valeur: number | null, unite: string | null, statut: StatutFigure, periode: { code: string }, verdict: { etat: EtatVerdict, motif: string, parSource: Array<{ source: SourceAssertion, etat: EtatVerdict }>, ecarts: Array<{ code: string, titre: string } | null> | null } | null, provenance: { origine: Origine } } | null>, absence: { motif: string } | null } | null, imputabilite: { fixePar: { mandat: { code: string, enonce: string }, provenance: { lignes: string | null, document: { code: string, titre: string } | null } }, coordonnePar: { mandat: { code: string, enonce: string } | null, indicateur: { code: string, nom: string } | null } | null, renduPar: { mandat: { code: string, enonce: string } | null, gestionnaire: { fonction: string | null, provenance: { origine: Origine } | null } } | null } | null } | null };

export type ImputabilitesTerritoireQueryVariables = Exact<{
  territoire?: string;
  exigences?: Array<string> | string;
}>;


export type ImputabilitesTerritoireQuery = { territoireClsc: { code: string, nom: string, imputabilites: Array<{ exigence: string, fixePar: { mandat: { code: string }, provenance: { lignes: string | null, document: { code: string } | null } }, coordonnePar: { mandat: { code: string } | null, indicateur: { code: string, nom: string } | null } | null, renduPar: { mandat: { code: string } | null, gestionnaire: { fonction: string | null, provenance: { origine: Origine } | null } } | null }> | null } | null };

export type MandatsParPalierQueryVariables = Exact<{ [key: string]: never; }>;


export type MandatsParPalierQuery = { ministere: { code: CodePalier, nom: string, mandats: Array<{ code: string, enonce: string, provenance: { origine: Origine, section: string | null, lignes: string | null, document: { code: string } | null } }> } | null, santeQuebec: { code: CodePalier, nom: string, mandats: Array<{ code: string, enonce: string, provenance: { origine: Origine, section: string | null, lignes: string | null, document: { code: string } | null } }> } | null, etablissements: { code: CodePalier, nom: string, mandats: Array<{ code: string, enonce: string, provenance: { origine: Origine, section: string | null, lignes: string | null, document: { code: string } | null } }> } | null, harmonisation: { enonce: string, provenance: { origine: Origine, section: string | null, lignes: string | null, document: { code: string } | null } } | null, reseau: { enonce: string, provenance: { origine: Origine, section: string | null, lignes: string | null, document: { code: string } | null } } | null };

export type MandatsFragment = { code: CodePalier, nom: string, mandats: Array<{ code: string, enonce: string, provenance: { origine: Origine, section: string | null, lignes: string | null, document: { code: string } | null } }> };

export type MesuresEnEcartQueryVariables = Exact<{
  etablissement?: string | null | undefined;
  region?: string | null | undefined;
  territoires?: Array<string> | string | null | undefined;
  exigence?: string | null | undefined;
  exercice?: string | null | undefined;
  verdict?: EtatVerdict | null | undefined;
  sens?: SensTri | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type MesuresEnEcartQuery = { mesures: { exerciceChoisi: string | null, totalCount: number, nodes: Array<{ id: string, volet: string | null, valeur: number | null, unite: string | null, statut: StatutFigure, territoire: { code: string, nom: string } | null, exigence: { code: string } | null, periode: { code: string }, verdict: { etat: EtatVerdict, motif: string } | null, provenance: { origine: Origine } } | null>, pageInfo: { hasNextPage: boolean, endCursor: string | null }, absence: { motif: string } | null } | null };

export type MesuresParExigenceQueryVariables = Exact<{
  exigence?: string | null | undefined;
  territoire?: string | null | undefined;
  campagne?: string | null | undefined;
  exercice?: string | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type MesuresParExigenceQuery = { mesures: { nodes: Array<{ id: string, volet: string | null, valeur: number | null, unite: string | null, statut: StatutFigure, periode: { code: string }, territoire: { code: string, nom: string } | null, exigence: { code: string } | null, verdict: { etat: EtatVerdict, motif: string } | null, provenance: { origine: Origine } } | null>, pageInfo: { hasNextPage: boolean, endCursor: string | null }, absence: { motif: string, doitRepondre: { code: CodePalier } | null } | null } | null };

export type MesuresRegionQueryVariables = Exact<{
  region: string;
  exigence: string;
  exercice?: string | null | undefined;
}>;


export type MesuresRegionQuery = { region: { code: string, nom: string, territoires: Array<{ code: string, nom: string, mesures: { exerciceChoisi: string | null, totalCount: number, origine: Origine | null, nodes: Array<{ id: string, volet: string | null, valeur: number | null, unite: string | null, statut: StatutFigure, periode: { code: string }, verdict: { etat: EtatVerdict, parSource: Array<{ source: SourceAssertion, etat: EtatVerdict }>, ecarts: Array<{ code: string, titre: string } | null> | null } | null, provenance: { origine: Origine } } | null>, absence: { motif: string, doitRepondre: { code: CodePalier, nom: string } | null } | null } | null }> } | null };

export type ModificationTerritoireQueryVariables = Exact<{ [key: string]: never; }>;


export type ModificationTerritoireQuery = { reglesModificationTerritoire: { initie: { enonce: string, nonDit: boolean, precisions: Array<string>, provenance: { origine: Origine, section: string | null, lignes: string | null, document: { code: string } | null } }, contenu: { enonce: string, nonDit: boolean, precisions: Array<string>, provenance: { origine: Origine, section: string | null, lignes: string | null, document: { code: string } | null } }, processusEntre: { enonce: string, nonDit: boolean, precisions: Array<string>, provenance: { origine: Origine, section: string | null, lignes: string | null, document: { code: string } | null } }, decide: { enonce: string, nonDit: boolean, precisions: Array<string>, provenance: { origine: Origine, section: string | null, lignes: string | null, document: { code: string } | null } }, decoupages: { enonce: string, precisions: Array<string>, provenance: { origine: Origine, section: string | null, lignes: string | null, document: { code: string } | null } }, impacts: { enonce: string, precisions: Array<string>, provenance: { origine: Origine, section: string | null, lignes: string | null, document: { code: string } | null } }, prealables: Array<{ enonce: string, provenance: { origine: Origine, section: string | null, lignes: string | null, document: { code: string } | null } }>, ecarts: Array<{ code: string, titre: string }> } | null };

export type NiveauxPreventionQueryVariables = Exact<{ [key: string]: never; }>;


export type NiveauxPreventionQuery = { niveauxPrevention: Array<{ rang: number, nom: string, provenance: { origine: Origine, section: string | null, lignes: string | null, document: { code: string } | null }, strategie: { code: string, titre: string } | null, ecarts: Array<{ code: string, titre: string }> }> | null, pilote: { code: string, titre: string, pilote: { enonce: string, nonDit: boolean, provenance: { origine: Origine, section: string | null, lignes: string | null, document: { code: string } | null } } | null } | null, traduit: { enonce: string, provenance: { origine: Origine, section: string | null, lignes: string | null, document: { code: string } | null } } | null, anime: { enonce: string, provenance: { origine: Origine, section: string | null, lignes: string | null, document: { code: string } | null } } | null, reserve: { code: string, titre: string, gravite: Gravite } | null };

export type OffresServiceQueryVariables = Exact<{
  service: CodeService;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type OffresServiceQuery = { serviceSocial: { code: CodeService, nom: string, offres: { totalCount: number, origine: Origine | null, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, etat: EtatOffre, modalites: string | null, declareeLe: string, territoire: { code: string, nom: string, region: { code: string, nom: string }, etablissement: { code: string, nom: string } | null } | null, provenance: { origine: Origine } } | null>, absence: { motif: string, doitRepondre: { code: CodePalier, nom: string } | null, mandat: { code: string } | null } | null } | null } | null };

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

export type PrincipesDirecteursQueryVariables = Exact<{ [key: string]: never; }>;


export type PrincipesDirecteursQuery = { principes: Array<{ code: string, nom: string, enonce: string, baseLegale: { code: string, loi: string, article: string | null } | null, composantes: Array<{ code: string, enonce: string, precisions: Array<string>, provenance: { origine: Origine, section: string | null, lignes: string | null, document: { code: string } | null } }>, redevabilite: Array<{ code: string, enonce: string, provenance: { origine: Origine, section: string | null, lignes: string | null, document: { code: string } | null } }>, ecarts: Array<{ code: string, titre: string }>, provenance: { origine: Origine, section: string | null, lignes: string | null, document: { code: string } | null } }> | null };

export type QuatreMinutesQueryVariables = Exact<{
  territoire?: string;
  exercice?: string | null | undefined;
}>;


export type QuatreMinutesQuery = { territoireClsc: { nom: string, etablissement: { abrege: string | null } | null, mesures: { exerciceChoisi: string | null, totalCount: number, nodes: Array<{ valeur: number | null, unite: string | null, statut: StatutFigure, periode: { code: string }, verdict: { etat: EtatVerdict, motif: string, ecarts: Array<{ code: string } | null> | null } | null, provenance: { origine: Origine } } | null>, absence: { motif: string, doitRepondre: { code: CodePalier } | null } | null } | null, imputabilite: { fixePar: { mandat: { code: string }, provenance: { lignes: string | null, document: { code: string } | null } }, coordonnePar: { mandat: { code: string } | null, indicateur: { nom: string } | null } | null, renduPar: { mandat: { code: string } | null, gestionnaire: { fonction: string | null, provenance: { origine: Origine } | null } } | null } | null } | null };

export type RattachementPersonneQueryVariables = Exact<{ [key: string]: never; }>;


export type RattachementPersonneQuery = { reglesRattachement: Array<{ code: string, enonce: string, nonDit: boolean, precisions: Array<string>, baseLegale: { loi: string, article: string | null } | null, elements: Array<{ code: string, enonce: string, nonDit: boolean }>, provenance: { origine: Origine, section: string | null, lignes: string | null, document: { code: string } | null } }> | null, liensPersonne: Array<{ lien: string, cible: string, caractere: string | null }> | null, mecanismeAppartenance: { proposition: string | null, obligation: { code: string, enonce: string, provenance: { origine: Origine, section: string | null, lignes: string | null, document: { code: string } | null } } | null, absence: { motif: string, doitRepondre: { code: CodePalier, nom: string } | null, mandat: { code: string } | null } | null } | null, accueil: { enonce: string, provenance: { origine: Origine, section: string | null, lignes: string | null, document: { code: string } | null } } | null, porte: { enonce: string, provenance: { origine: Origine, section: string | null, lignes: string | null, document: { code: string } | null } } | null, libreChoix: Array<{ code: string, fonde: string, provenance: { origine: Origine, section: string | null, lignes: string | null, document: { code: string } | null } }> | null };

export type RecommandationsPartenariatQueryVariables = Exact<{
  prioritaires?: boolean | null | undefined;
  palier?: CodePalier | null | undefined;
}>;


export type RecommandationsPartenariatQuery = { recommandations: Array<{ code: string, enonce: string, statut: StatutDocument, palier: { code: CodePalier, nom: string }, domaine: { code: CodeDomainePartenariat }, provenance: { origine: Origine, section: string | null, lignes: string | null, document: { code: string } | null } }> | null };

export type ReferencesLegalesQueryVariables = Exact<{
  loi?: string | null | undefined;
  article?: string | null | undefined;
}>;


export type ReferencesLegalesQuery = { referencesLegales: Array<{ code: string, loi: string, articles: Array<string>, fonde: string, concerne: PorteeReference | null, provenanceConcerne: { origine: Origine } | null, standards: Array<{ code: string, enonce: string }>, provenance: { origine: Origine, section: string | null, lignes: string | null, document: { code: string } | null }, ecarts: Array<{ code: string, titre: string }> }> | null, ententes: Array<{ code: string, enonce: string, provenance: { origine: Origine, section: string | null, lignes: string | null, document: { code: string } | null } }> | null };

export type RetardsParEtablissementQueryVariables = Exact<{
  campagne?: string | null | undefined;
  au?: string | null | undefined;
}>;


export type RetardsParEtablissementQuery = { etablissements: Array<{ code: string, nom: string, abrege: string | null, obligations: { totalCount: number, hypothese: string | null, origine: Origine | null, repartition: Array<{ cle: string | null, libelle: string, nombre: number, fictifs: number }>, absence: { motif: string } | null } | null, recuesEnRetard: { totalCount: number } | null }> | null };

export type RetoursEtablissementQueryVariables = Exact<{
  etablissement: string;
  campagne?: string | null | undefined;
  tri?: TriRedditions | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type RetoursEtablissementQuery = { etablissement: { code: string, nom: string, redditions: { totalCount: number, absence: { motif: string, doitRepondre: { nom: string } | null, mandat: { code: string } | null } | null } | null } | null, redditions: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, absence: { motif: string, doitRepondre: { nom: string } | null, mandat: { code: string } | null } | null, nodes: Array<{ id: string, campagne: string, version: number, etat: EtatReddition, soumiseLe: string | null, retireeLe: string | null, provenance: { origine: Origine }, depasseePar: { id: string, version: number } | null, examen: { statut: StatutExamen | null, motifs: Array<string>, examineLe: string | null, contradiction: string | null, provenance: { origine: Origine } | null, absence: { motif: string, doitRepondre: { nom: string } | null, mandat: { code: string } | null } | null, cellules: Array<{ mesureId: string, motif: string, attendu: string, mesure: { volet: string | null, unite: string | null, territoire: { code: string, nom: string } | null, exigence: { code: string, service: { nom: string } } | null, periode: { code: string }, lignes: Array<{ statut: StatutFigure, valeur: number | null, reponse: ReponseLigne | null, justification: string | null, reddition: { id: string, campagne: string, version: number } | null }> } | null } | null> } | null } | null> } | null };

export type RoleClscQueryVariables = Exact<{
  code: CodeRoleClsc;
}>;


export type RoleClscQuery = { roleClsc: { code: CodeRoleClsc, nom: string, leviers: Array<{ code: string, enonce: string }>, responsabilites: Array<{ code: string, enonce: string }>, definiPar: { code: string, enonce: string, palier: { code: CodePalier, nom: string } } | null, incarnePar: { code: string, enonce: string, palier: { code: CodePalier, nom: string } } | null, homonymie: { enonce: string } | null, provenance: { origine: Origine, section: string | null, lignes: string | null, document: { code: string } | null } } | null, gestionnaire: Array<{ code: string, fonde: string, concerne: PorteeReference | null, provenance: { origine: Origine, section: string | null, lignes: string | null, document: { code: string } | null } }> | null };

export type SectionDeDocumentQueryVariables = Exact<{
  code: string;
}>;


export type SectionDeDocumentQuery = { sectionDocument: { code: string, titre: string, lignes: string, document: { code: string, titre: string }, faits: Array<{ type: string, code: string, titre: string, texte: string | null, lignes: string, provenance: { origine: Origine } }>, ailleurs: Array<{ champ: string, contenu: string }> } | null };

export type SecurisationCulturelleQueryVariables = Exact<{ [key: string]: never; }>;


export type SecurisationCulturelleQuery = { securisationCulturelle: { statut: StatutDocument, uniteMinistere: { enonce: string, elements: Array<{ code: string, enonce: string }>, provenance: { origine: Origine, section: string | null, lignes: string | null, document: { code: string } | null } } | null, responsableEtablissement: { enonce: string, elements: Array<{ code: string, enonce: string, note: string | null }>, provenance: { origine: Origine, section: string | null, lignes: string | null, document: { code: string } | null } } | null, actions: Array<{ code: string, enonce: string, provenance: { origine: Origine, section: string | null, lignes: string | null, document: { code: string } | null } }>, financement: Array<{ libelle: string, valeur: number | null, unite: string | null, echeance: string | null, provenance: { origine: Origine, section: string | null, lignes: string | null, document: { code: string } | null } }>, reddition: { enonce: string, precisions: Array<string>, provenance: { origine: Origine, section: string | null, lignes: string | null, document: { code: string } | null } } | null } | null };

export type SerieTerritoireQueryVariables = Exact<{
  territoire?: string;
  exigence?: string;
  exercice?: string;
  volet?: string | null | undefined;
}>;


export type SerieTerritoireQuery = { territoireClsc: { code: string, nom: string, serie: Array<{ periode: { code: string, rang: number }, mesure: { valeur: number | null, unite: string | null, statut: StatutFigure, verdict: { etat: EtatVerdict } | null, provenance: { origine: Origine } } | null, absence: { motif: string, doitRepondre: { code: CodePalier } | null } | null }> | null } | null };

export type StandardParServiceQueryVariables = Exact<{
  code: string;
}>;


export type StandardParServiceQuery = { standard: { code: string, attribut: Attribut, sousGroupe: string, enonce: string, exigences: Array<{ code: string, statut: StatutExigence, service: { code: CodeService, nom: string }, seuils: Array<{ valeur: number | null, comparateur: Comparateur | null, unite: string | null, texte: string, precision: string | null }>, ecarts: Array<{ code: string, titre: string }>, provenance: { origine: Origine, section: string | null, lignes: string | null, document: { code: string } | null } }> } | null, fixe: { code: string, enonce: string, palier: { code: CodePalier, nom: string }, provenance: { origine: Origine, section: string | null, lignes: string | null, document: { code: string } | null } } | null, applique: { code: CodePalier, nom: string, mandats: Array<{ code: string, enonce: string }> } | null };

export type StandardsParFiltreQueryVariables = Exact<{
  filtre?: StandardsFiltre | null | undefined;
}>;


export type StandardsParFiltreQuery = { standards: Array<{ code: string, attribut: Attribut, sousGroupe: string, enonce: string, referencesLegales: Array<{ code: string, articles: Array<string> }>, provenance: { origine: Origine, section: string | null, lignes: string | null, document: { code: string } | null } }> | null, fixes: { enonce: string, palier: { code: CodePalier, nom: string }, provenance: { origine: Origine, section: string | null, lignes: string | null, document: { code: string } | null } } | null, appliques: { enonce: string, palier: { code: CodePalier, nom: string }, provenance: { origine: Origine, section: string | null, lignes: string | null, document: { code: string } | null } } | null };

export type StandardsParServiceQueryVariables = Exact<{ [key: string]: never; }>;


export type StandardsParServiceQuery = { servicesSociaux: Array<{ code: CodeService, nom: string, comptes: { cellules: number, fixes: number, realitesRegionales: number, sansObjet: number }, exigences: Array<{ code: string, statut: StatutExigence, concordance: Concordance, standard: { code: string, attribut: Attribut, sousGroupe: string, enonce: string }, seuils: Array<{ valeur: number | null, comparateur: Comparateur | null, unite: string | null, texte: string }>, ecarts: Array<{ code: string, titre: string, gravite: Gravite }>, provenance: { lignes: string | null, document: { code: string } | null } }> }> | null };

export type SuiviEtablissementQueryVariables = Exact<{
  code: string;
  exigence: string;
  campagne?: string | null | undefined;
}>;


export type SuiviEtablissementQuery = { etablissement: { code: string, nom: string, categorie: CategorieEtablissement, pdg: { fonction: CodeFonction, absence: { motif: string } | null } | null, territoires: Array<{ code: string, nom: string, population: { annee: number, nombre: number, nature: NaturePopulation, provenance: { origine: Origine } } | null, bilan: { conformes: number, nonConformes: number, indetermines: number, sansVerdict: number, absents: number, attendues: number, verdictsReserves: boolean, campagne: { code: string }, provenance: { origine: Origine } } | null, mesures: { exerciceChoisi: string | null, totalCount: number, origine: Origine | null, nodes: Array<{ id: string, volet: string | null, valeur: number | null, unite: string | null, statut: StatutFigure, periode: { code: string }, provenance: { origine: Origine }, verdict: { etat: EtatVerdict, ecarts: Array<{ code: string } | null> | null } | null } | null>, absence: { motif: string, doitRepondre: { code: CodePalier, nom: string } | null } | null } | null } | null> | null } | null };

export type SuiviMiseEnOeuvreQueryVariables = Exact<{ [key: string]: never; }>;


export type SuiviMiseEnOeuvreQuery = { suiviMiseEnOeuvre: { delegant: { enonce: string, provenance: { origine: Origine, section: string | null, lignes: string | null, document: { code: string } | null } }, delegataire: { enonce: string, provenance: { origine: Origine, section: string | null, lignes: string | null, document: { code: string } | null } }, baseLegale: { loi: string, article: string | null, fonde: string } | null, coordonne: { enonce: string, provenance: { origine: Origine, section: string | null, lignes: string | null, document: { code: string } | null } }, execute: { enonce: string, provenance: { origine: Origine, section: string | null, lignes: string | null, document: { code: string } | null } }, cadre: { enonce: string, provenance: { origine: Origine, section: string | null, lignes: string | null, document: { code: string } | null } } } | null };

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

export type TableauTerritoiresQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type TableauTerritoiresQuery = { territoiresClsc: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ code: string, nom: string, region: { code: string, nom: string }, etablissement: { code: string, nom: string, abrege: string | null } | null, population: { annee: number, nombre: number, nature: NaturePopulation, provenance: { origine: Origine } } | null, situationPopulation: { position: PositionRepere }, bilan: { conformes: number, nonConformes: number, indetermines: number, sansVerdict: number, absents: number, attendues: number, verdictsReserves: boolean, provenance: { origine: Origine } } | null } | null> } | null };

export type TableauVerdictsQueryVariables = Exact<{
  campagne?: string | null | undefined;
}>;


export type TableauVerdictsQuery = { bilanQuebec: { conformes: number, nonConformes: number, indetermines: number, sansVerdict: number, absents: number, attendues: number, verdictsReserves: boolean, territoires: number, territoiresSansMesure: number, consolideLe: string, source: string, campagne: { code: string, nom: string }, provenance: { origine: Origine }, parIndicateur: Array<{ indicateur: { code: string, nom: string }, parExigence: Array<{ volet: string | null, conformes: number, nonConformes: number, indetermines: number, sansVerdict: number, absents: number, attendues: number, verdictsReserves: boolean, exigence: { code: string, service: { nom: string } } | null, provenance: { origine: Origine } }> }> } | null };

export type TerritoiresParPopulationQueryVariables = Exact<{
  populationDe?: number | null | undefined;
  populationA?: number | null | undefined;
  region?: string | null | undefined;
  etablissement?: string | null | undefined;
  campagne?: string | null | undefined;
  exigence?: string | null | undefined;
  tri?: TriTerritoires | null | undefined;
  sens?: SensTri | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type TerritoiresParPopulationQuery = { territoiresClsc: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ code: string, nom: string, region: { code: string, nom: string }, population: { annee: number, nombre: number, nature: NaturePopulation } | null, bilan: { conformes: number, nonConformes: number, indetermines: number, sansVerdict: number, absents: number, attendues: number, verdictsReserves: boolean, campagne: { code: string }, provenance: { origine: Origine } } | null, mesures: { totalCount: number, exerciceChoisi: string | null, nodes: Array<{ volet: string | null, valeur: number | null, unite: string | null, statut: StatutFigure, periode: { code: string }, verdict: { etat: EtatVerdict } | null, provenance: { origine: Origine } } | null>, absence: { motif: string } | null } | null, provenance: { origine: Origine } } | null> } | null };

export type VerdictDeValeurQueryVariables = Exact<{
  exigence: string;
  valeur: number;
  volet?: string | null | undefined;
}>;


export type VerdictDeValeurQuery = { exigence: { code: string, standard: { code: string, enonce: string }, verdict: { etat: EtatVerdict, motif: string, parSource: Array<{ source: SourceAssertion, etat: EtatVerdict, note: string | null }>, ecarts: Array<{ code: string, titre: string } | null> | null } | null, assertions: Array<{ source: SourceAssertion, volet: string | null, dit: string | null, provenance: { origine: Origine, section: string | null, lignes: string | null, document: { code: string } | null } }>, indicateur: { code: string, nom: string } | null } | null, rendCompte: { code: string, enonce: string, palier: { code: CodePalier, nom: string }, provenance: { origine: Origine, section: string | null, lignes: string | null, document: { code: string } | null } } | null, coordonne: { code: string, enonce: string, palier: { code: CodePalier, nom: string }, provenance: { origine: Origine, section: string | null, lignes: string | null, document: { code: string } | null } } | null, fixe: { code: string, enonce: string, palier: { code: CodePalier, nom: string }, provenance: { origine: Origine, section: string | null, lignes: string | null, document: { code: string } | null } } | null };

export type VerdictsParRegionQueryVariables = Exact<{
  campagne?: string | null | undefined;
  indicateur?: string | null | undefined;
  exigence?: string | null | undefined;
  volet?: string | null | undefined;
  periodeDe?: string | null | undefined;
  periodeA?: string | null | undefined;
  territoires?: Array<string> | string | null | undefined;
}>;


export type VerdictsParRegionQuery = { mesures: { exerciceChoisi: string | null, totalCount: number, origine: Origine | null, repartition: Array<{ cle: string | null, libelle: string, nombre: number, fictifs: number, entite:
        | { nom: string }
        | Record<PropertyKey, never>
       | null, dont: Array<{ cle: string | null, libelle: string, nombre: number, raisons: Array<{ cle: string, libelle: string, nombre: number }> }> }>, absence: { motif: string } | null } | null };

/** Un arrimage du CLSC avec un autre acteur : le circuit d’une recommandation jusqu’au territoire, l’article qui fonde le conseil, le critère, ce que le CLSC doit. ARR-CIETOC : le conseil CIETOC ; ARR-GU : les grands utilisateurs, qui en est un et ce que le CLSC lui doit ; ARR-PS, ARR-SP : les autres. Puis l’amélioration des données que la consultation demande. */
export const arrimage: Operation<ArrimageQuery, ArrimageQueryVariables> = { documentId: "arrimage" };

/** Un axe de la politique pour l’accès : ses orientations, les modifications que la consultation recommande d’inclure ou de changer, et le niveau auquel 004 rattache la gouvernance locale. Axes : AXE1 à AXE5. */
export const axePolitique: Operation<AxePolitiqueQuery, AxePolitiqueQueryVariables> = { documentId: "axe-politique" };

/** Les territoires d’une région (Laval, 13 ; Capitale-Nationale, 03) et leur bilan dans la campagne courante : combien de mesures conformes, non conformes, sans verdict, et combien chaque territoire en doit encore. */
export const bilansRegion: Operation<BilansRegionQuery, BilansRegionQueryVariables> = { documentId: "bilans-region" };

/** Santé Québec : le bilan de chaque territoire pour une campagne, dans l’ordre d’un de ses comptes, page après page. */
export const bilansTerritoires: Operation<BilansTerritoiresQuery, BilansTerritoiresQueryVariables> = { documentId: "bilans-territoires" };

/** Les campagnes de reddition : laquelle est en cours, son exercice, son statut, et ce que demande son canevas, indicateur par indicateur. */
export const campagnes: Operation<CampagnesQuery, CampagnesQueryVariables> = { documentId: "campagnes" };

/** La reddition de comptes : les deux chaînes, du document 000 et du document 004, concordent-elles, laquelle retenir ? Le mandat de chaque niveau, maillon par maillon, et la condition de succès qui la limite. */
export const chainesReddition: Operation<ChainesRedditionQuery, ChainesRedditionQueryVariables> = { documentId: "chaines-reddition" };

/** Les chiffres que les documents avancent, et ce que les tables officielles en disent : combien de RLS, combien regroupent plusieurs territoires de CLSC, combien de demandes, d’interventions et d’usagers comptaient les services sociaux généraux. Un nombre annoncé concorde-t-il ? */
export const chiffresDesDocuments: Operation<ChiffresDesDocumentsQuery, ChiffresDesDocumentsQueryVariables> = { documentId: "chiffres-des-documents" };

/** Santé Québec : pour une exigence et une période, quels territoires viennent en premier, à égalité avec qui, et lesquels ne se comparent pas ? */
export const classementTerritoires: Operation<ClassementTerritoiresQuery, ClassementTerritoiresQueryVariables> = { documentId: "classement-territoires" };

/** Comparer deux territoires de CLSC, ou plus : la comparaison, côte à côte, de leur population, de leur bilan indicateur par indicateur, des services offerts, des rôles exercés, et de leurs mesures d’une exigence avec le verdict de chacune. Dix territoires au plus. */
export const comparerTerritoires: Operation<ComparerTerritoiresQuery, ComparerTerritoiresQueryVariables> = { documentId: "comparer-territoires" };

/** Ce qui dépend d’une chose : tout ce que le ministère tient et qui s’y appuie, la nomme, y renvoie ou la cite, avec ses lignes. Ce que fonde un mandat, ce qu’une loi appuie, ce qui est tiré d’un document ; ce qui changerait si elle changeait. */
export const dependants: Operation<DependantsQuery, DependantsQueryVariables> = { documentId: "dependants" };

/** Ce que dit le document 001, le projet de politique pour l’accès et sa consultation : ce que le projet proposait avant la consultation, ce qu’on y a entendu et qui l’a dit, les opinions sur les modes de rémunération, l’impression générale des personnes consultées, la continuité des soins, ce qu’on craint et attend du secteur privé en première ligne, l’interopérabilité des outils numériques. */
export const enoncesConsultation: Operation<EnoncesConsultationQuery, EnoncesConsultationQueryVariables> = { documentId: "enonces-consultation" };

/** Ce que dit le document 004, les orientations sur les CLSC : le contexte, les politiques gouvernementales où elles s’inscrivent et ce que chacune doit apporter, les trois niveaux, la responsabilité des CLSC. */
export const enoncesOrientationsClsc: Operation<EnoncesOrientationsClscQuery, EnoncesOrientationsClscQueryVariables> = { documentId: "enonces-orientations-clsc" };

/** Ce que dit le document 003, l’offre des services sociaux généraux : le CSSS et ce qu’il doit à la personne, les agences de la santé, les autres établissements et partenaires du réseau local, le projet clinique, qui peut demander les services, les ententes de collaboration et de prestation de services, les constats sur l’accès et la continuité, les travaux annoncés et non faits, le chemin d’une demande, le cadre légal du volet psychosocial de la sécurité civile, qui peut exercer la psychothérapie, la loi P-38. */
export const enoncesServicesSociaux: Operation<EnoncesServicesSociauxQuery, EnoncesServicesSociauxQueryVariables> = { documentId: "enonces-services-sociaux" };

/** Où et comment un rôle du CLSC s’exerce (navigateur, leader…) : chaque territoire dont l’établissement le déclare, ce qui l’atteste et depuis quand ; et qui le doit, quand rien n’est déclaré. */
export const exercicesRole: Operation<ExercicesRoleQuery, ExercicesRoleQueryVariables> = { documentId: "exercices-role" };

/** Une exigence, standard d’un service : sa cible, son délai, son seuil et son échéance, ce que chaque source en dit et si les sources s’accordent, ses écarts, qui doit arbitrer, et l’indicateur qui la mesure. Par exemple A-P11:INFO_SOCIAL, la réponse téléphonique d’Info-Social. */
export const exigenceEtSources: Operation<ExigenceEtSourcesQuery, ExigenceEtSourcesQueryVariables> = { documentId: "exigence-et-sources" };

/** Les exigences qui répondent à un filtre : un service (consultation sociale, intervention de crise…), un attribut (accessibilité, continuité…), celles qui ont un délai maximal ou un seuil, celles que l’Annexe II et la fiche du service contredisent ou laissent sans appui, celles que le ministère renvoie aux réalités régionales et que l’établissement doit préciser. Qui les fixe, qui coordonne la reddition, qui rend compte, qui doit arbitrer, sur quels territoires. */
export const exigencesParFiltre: Operation<ExigencesParFiltreQuery, ExigencesParFiltreQueryVariables> = { documentId: "exigences-par-filtre" };

/** Page d’un fait : un arrimage, d’où il vient, ce qui le contredit, qui en répond, ce qui en dépend et ses versions. */
export const faitArrimage: Operation<FaitArrimageQuery, FaitArrimageQueryVariables> = { documentId: "fait-arrimage" };

/** Page d’un fait : un axe d’une politique, d’où il vient, ce qui le contredit, qui en répond, ce qui en dépend et ses versions. */
export const faitAxePolitique: Operation<FaitAxePolitiqueQuery, FaitAxePolitiqueQueryVariables> = { documentId: "fait-axe-politique" };

/** Page d’un fait : une campagne, ce qu’elle demande et pour quand, ce qui en est transmis, d’où cela vient, ce qui en dépend et ses versions. */
export const faitCampagne: Operation<FaitCampagneQuery, FaitCampagneQueryVariables> = { documentId: "fait-campagne" };

/** Page d’un fait : une version d’un canevas de reddition de comptes, ce qu’elle demande, d’où cela vient et ses versions. */
export const faitCanevas: Operation<FaitCanevasQuery, FaitCanevasQueryVariables> = { documentId: "fait-canevas" };

/** Page d’un fait : un chiffre écrit dans un document, d’où il vient, ce qui le contredit, qui en répond, ce qui en dépend et ses versions. */
export const faitChiffre: Operation<FaitChiffreQuery, FaitChiffreQueryVariables> = { documentId: "fait-chiffre" };

/** Page d’un fait : un constat territorial, ce qui est recommandé, la suite qui lui est donnée, d’où cela vient et ses versions. */
export const faitConstat: Operation<FaitConstatQuery, FaitConstatQueryVariables> = { documentId: "fait-constat" };

/** Page d’un fait : une demande de modification de territoires, ses impacts, ce qui lui manque, son analyse, d’où cela vient et ses versions. */
export const faitDemandeModification: Operation<FaitDemandeModificationQuery, FaitDemandeModificationQueryVariables> = { documentId: "fait-demande-modification" };

/** Page d’un fait : une désignation de gestionnaire de CLSC, la délégation, d’où cela vient, qui désigne et ses versions. */
export const faitDesignation: Operation<FaitDesignationQuery, FaitDesignationQueryVariables> = { documentId: "fait-designation" };

/** Page d’un fait : un document, d’où il vient, ce qui le contredit, qui en répond, ce qui en dépend et ses versions. */
export const faitDocument: Operation<FaitDocumentQuery, FaitDocumentQueryVariables> = { documentId: "fait-document" };

/** Page d’un fait : un document cité, d’où il vient, ce qui le contredit, qui en répond, ce qui en dépend et ses versions. */
export const faitDocumentCite: Operation<FaitDocumentCiteQuery, FaitDocumentCiteQueryVariables> = { documentId: "fait-document-cite" };

/** Page d’un fait : un domaine de partenariat, d’où il vient, ce qui le contredit, qui en répond, ce qui en dépend et ses versions. La page choisit le sien dans la liste, qui est courte. */
export const faitDomainePartenariat: Operation<FaitDomainePartenariatQuery, FaitDomainePartenariatQueryVariables> = { documentId: "fait-domaine-partenariat" };

/** Page d’un fait : un écart entre les sources, d’où il vient, ce qui le contredit, qui en répond, ce qui en dépend et ses versions. */
export const faitEcart: Operation<FaitEcartQuery, FaitEcartQueryVariables> = { documentId: "fait-ecart" };

/** Page d’un fait : un énoncé simple, d’où il vient, ce qui le contredit, qui en répond, ce qui en dépend et ses versions. */
export const faitElement: Operation<FaitElementQuery, FaitElementQueryVariables> = { documentId: "fait-element" };

/** Page d’un fait : un énoncé, d’où il vient, ce qui le contredit, qui en répond, ce qui en dépend et ses versions. */
export const faitEnonce: Operation<FaitEnonceQuery, FaitEnonceQueryVariables> = { documentId: "fait-enonce" };

/** Page d’un fait : une entente, avec qui et pour quoi, son état, d’où cela vient, qui la conclut et ses versions. */
export const faitEntente: Operation<FaitEntenteQuery, FaitEntenteQueryVariables> = { documentId: "fait-entente" };

/** Page d’un fait : un établissement, d’où il vient, ce qui le contredit, qui en répond, ce qui en dépend et ses versions. */
export const faitEtablissement: Operation<FaitEtablissementQuery, FaitEtablissementQueryVariables> = { documentId: "fait-etablissement" };

/** Page d’un fait : un établissement tel que le fichier officiel le publie, d’où cela vient et ses versions. */
export const faitEtablissementPublie: Operation<FaitEtablissementPublieQuery, FaitEtablissementPublieQueryVariables> = { documentId: "fait-etablissement-publie" };

/** Page d’un fait : comment un rôle du CLSC s’exerce dans un territoire, ses preuves, d’où cela vient et ses versions. */
export const faitExerciceRole: Operation<FaitExerciceRoleQuery, FaitExerciceRoleQueryVariables> = { documentId: "fait-exercice-role" };

/** Page d’un fait : une exigence, d’où elle vient, ce qui la contredit, qui en répond, ce qui en dépend et ses versions. */
export const faitExigence: Operation<FaitExigenceQuery, FaitExigenceQueryVariables> = { documentId: "fait-exigence" };

/** Page d’un fait : un indicateur, d’où il vient, ce qui le contredit, qui en répond, ce qui en dépend et ses versions. */
export const faitIndicateur: Operation<FaitIndicateurQuery, FaitIndicateurQueryVariables> = { documentId: "fait-indicateur" };

/** Page d’un fait : une installation telle que l’établissement la déclare, d’où cela vient et ses versions. */
export const faitInstallation: Operation<FaitInstallationQuery, FaitInstallationQueryVariables> = { documentId: "fait-installation" };

/** Page d’un fait : une installation telle que le fichier officiel la publie, d’où cela vient et ses versions. */
export const faitInstallationPubliee: Operation<FaitInstallationPublieeQuery, FaitInstallationPublieeQueryVariables> = { documentId: "fait-installation-publiee" };

/** Page d’un fait : un levier national de soutien que Santé Québec gère, d’où cela vient et ce qui n’en est pas dit. L’adresse en donne le code ; la liste est lue en entier. */
export const faitLevierNational: Operation<FaitLevierNationalQuery, FaitLevierNationalQueryVariables> = { documentId: "fait-levier-national" };

/** Page d’un fait : les limites d’un territoire telles que le fichier officiel les publie, ce qui y diffère du graphe, d’où cela vient et ses versions. */
export const faitLimitePubliee: Operation<FaitLimitePublieeQuery, FaitLimitePublieeQueryVariables> = { documentId: "fait-limite-publiee" };

/** Page d’un fait : un livrable, d’où il vient, ce qui le contredit, qui en répond, ce qui en dépend et ses versions. */
export const faitLivrable: Operation<FaitLivrableQuery, FaitLivrableQueryVariables> = { documentId: "fait-livrable" };

/** Page d’un fait : un mandat, d’où il vient, ce qui le contredit, qui en répond, ce qui en dépend et ses versions. */
export const faitMandat: Operation<FaitMandatQuery, FaitMandatQueryVariables> = { documentId: "fait-mandat" };

/** Page d’un fait : une mesure, ce qu’elle vaut, ce qu’en disent les redditions, d’où cela vient, ce qui en dépend et ses versions. */
export const faitMesure: Operation<FaitMesureQuery, FaitMesureQueryVariables> = { documentId: "fait-mesure" };

/** Page d’un fait : une modification recommandée, d’où elle vient, ce qui la contredit, qui en répond, ce qui en dépend et ses versions. La page choisit le sien dans la liste, qui est courte. */
export const faitModificationRecommandee: Operation<FaitModificationRecommandeeQuery, FaitModificationRecommandeeQueryVariables> = { documentId: "fait-modification-recommandee" };

/** Page d’un fait : ce qui est déclaré d’un service social dans un territoire, d’où cela vient et ses versions. */
export const faitOffreService: Operation<FaitOffreServiceQuery, FaitOffreServiceQueryVariables> = { documentId: "fait-offre-service" };

/** Page d’un fait : une orientation ministérielle, d’où elle vient, ce qui la contredit, qui en répond, ce qui en dépend et ses versions. */
export const faitOrientationMinisterielle: Operation<FaitOrientationMinisterielleQuery, FaitOrientationMinisterielleQueryVariables> = { documentId: "fait-orientation-ministerielle" };

/** Page d’un fait : une orientation d’une politique, d’où elle vient, ce qui la contredit, qui en répond, ce qui en dépend et ses versions. */
export const faitOrientationPolitique: Operation<FaitOrientationPolitiqueQuery, FaitOrientationPolitiqueQueryVariables> = { documentId: "fait-orientation-politique" };

/** Page d’un fait : une sorte d’outil que Santé Québec met à la disposition des établissements, d’où cela vient et ce qui n’en est pas dit. L’adresse en donne le code ; la liste est lue en entier. */
export const faitOutil: Operation<FaitOutilQuery, FaitOutilQueryVariables> = { documentId: "fait-outil" };

/** Page d’un fait : un palier de gouvernance, d’où il vient, ce qui le contredit, qui en répond, ce qui en dépend et ses versions. */
export const faitPalier: Operation<FaitPalierQuery, FaitPalierQueryVariables> = { documentId: "fait-palier" };

/** Page d’un fait : un partenaire du milieu, d’où cela vient et ses versions. */
export const faitPartenaire: Operation<FaitPartenaireQuery, FaitPartenaireQueryVariables> = { documentId: "fait-partenaire" };

/** Page d’un fait : une politique, d’où elle vient, ce qui la contredit, qui en répond, ce qui en dépend et ses versions. */
export const faitPolitique: Operation<FaitPolitiqueQuery, FaitPolitiqueQueryVariables> = { documentId: "fait-politique" };

/** Page d’un fait : un principe, d’où il vient, ce qui le contredit, qui en répond, ce qui en dépend et ses versions. */
export const faitPrincipe: Operation<FaitPrincipeQuery, FaitPrincipeQueryVariables> = { documentId: "fait-principe" };

/** Page d’un fait : une recommandation, d’où elle vient, ce qui la contredit, qui en répond, ce qui en dépend et ses versions. */
export const faitRecommandation: Operation<FaitRecommandationQuery, FaitRecommandationQueryVariables> = { documentId: "fait-recommandation" };

/** Page d’un fait : une version de reddition, son étape, son examen, ce qui en est revenu, d’où cela vient, ce qui en dépend et ses versions. */
export const faitReddition: Operation<FaitRedditionQuery, FaitRedditionQueryVariables> = { documentId: "fait-reddition" };

/** Page d’un fait : une référence légale, d’où elle vient, ce qui la contredit, qui en répond, ce qui en dépend et ses versions. */
export const faitReferenceLegale: Operation<FaitReferenceLegaleQuery, FaitReferenceLegaleQueryVariables> = { documentId: "fait-reference-legale" };

/** Page d’un fait : une région sociosanitaire, d’où elle vient, ce qui la contredit, qui en répond, ce qui en dépend et ses versions. */
export const faitRegion: Operation<FaitRegionQuery, FaitRegionQueryVariables> = { documentId: "fait-region" };

/** Page d’un fait : une règle de validation, ce qu’elle exige d’une mesure et ce qui la fonde, d’où cela vient, ce qui en dépend et ses versions. */
export const faitRegleValidation: Operation<FaitRegleValidationQuery, FaitRegleValidationQueryVariables> = { documentId: "fait-regle-validation" };

/** Page d’un fait : un réseau local de services, d’où il vient, ce qui le contredit, qui en répond, ce qui en dépend et ses versions. */
export const faitReseauLocal: Operation<FaitReseauLocalQuery, FaitReseauLocalQueryVariables> = { documentId: "fait-reseau-local" };

/** Page d’un fait : un réseau territorial de services, d’où il vient, ce qui le contredit, qui en répond, ce qui en dépend et ses versions. */
export const faitReseauTerritorial: Operation<FaitReseauTerritorialQuery, FaitReseauTerritorialQueryVariables> = { documentId: "fait-reseau-territorial" };

/** Page d’un fait : un rôle des CLSC, où il s’exerce, d’où il vient, ce qui le contredit, qui en répond, ce qui en dépend et ses versions. */
export const faitRoleClsc: Operation<FaitRoleClscQuery, FaitRoleClscQueryVariables> = { documentId: "fait-role-clsc" };

/** Page d’un fait : un RUISSS, d’où il vient, ce qui le contredit, qui en répond, ce qui en dépend et ses versions. La page choisit le sien dans la liste, qui est courte. */
export const faitRuisss: Operation<FaitRuisssQuery, FaitRuisssQueryVariables> = { documentId: "fait-ruisss" };

/** Page d’un fait : une section d’un document, d’où elle vient, ce qui la contredit, qui en répond, ce qui en dépend et ses versions. */
export const faitSectionDocument: Operation<FaitSectionDocumentQuery, FaitSectionDocumentQueryVariables> = { documentId: "fait-section-document" };

/** Page d’un fait : un service social, où il est offert, d’où il vient, ce qui le contredit, qui en répond, ce qui en dépend et ses versions. */
export const faitServiceSocial: Operation<FaitServiceSocialQuery, FaitServiceSocialQueryVariables> = { documentId: "fait-service-social" };

/** Page d’un fait : un standard, d’où il vient, ce qui le contredit, qui en répond, ce qui en dépend et ses versions. */
export const faitStandard: Operation<FaitStandardQuery, FaitStandardQueryVariables> = { documentId: "fait-standard" };

/** Page d’un fait : un territoire de CLSC, d’où il vient, ce qui le contredit, qui en répond, ce qui en dépend et ses versions. */
export const faitTerritoireClsc: Operation<FaitTerritoireClscQuery, FaitTerritoireClscQueryVariables> = { documentId: "fait-territoire-clsc" };

/** Page d’un fait : la valeur qu’un établissement fixe là où le document 003 renvoie aux réalités régionales, d’où cela vient et ses versions. */
export const faitValeurRegionale: Operation<FaitValeurRegionaleQuery, FaitValeurRegionaleQueryVariables> = { documentId: "fait-valeur-regionale" };

/** La fiche d’un des six services sociaux (accueil, analyse, orientation et référence, consultation, Info-Social, crise…) : ce qu’elle dit de plus que ses standards. */
export const ficheServiceSocial: Operation<FicheServiceSocialQuery, FicheServiceSocialQueryVariables> = { documentId: "fiche-service-social" };

/** Équipe d’établissement et ministère : la fiche d’un territoire sur les trois paliers. Qui gère ce CLSC et qui en répond, où il en est indicateur par indicateur, ce qui y est offert, ses mesures d’Info-Social et leur verdict, d’où vient chaque fait. Sans campagne, le bilan dit la sienne, et les mesures leur exercice. */
export const ficheTerritoire: Operation<FicheTerritoireQuery, FicheTerritoireQueryVariables> = { documentId: "fiche-territoire" };

/** Imputabilité, de plusieurs exigences à la fois : dans un territoire, qui les fixe, qui les coordonne, qui en rend compte, et par quel mandat ? */
export const imputabilitesTerritoire: Operation<ImputabilitesTerritoireQuery, ImputabilitesTerritoireQueryVariables> = { documentId: "imputabilites-territoire" };

/** Les mandats de chaque niveau, ministère, Santé Québec et établissements : qui doit quoi, qui veille à l’équité et à la cohérence entre les territoires, qui harmonise, qui coordonne. */
export const mandatsParPalier: Operation<MandatsParPalierQuery, MandatsParPalierQueryVariables> = { documentId: "mandats-par-palier" };

/** Établissement : quelles mesures manquent leur seuil dans mes territoires, les plus fortes d’abord ? */
export const mesuresEnEcart: Operation<MesuresEnEcartQuery, MesuresEnEcartQueryVariables> = { documentId: "mesures-en-ecart" };

/** Tableaux de bord : les mesures d’une campagne ou d’un exercice, avec leur verdict, page après page ; chaque variable donnée restreint la liste. D’une exigence ou d’un territoire : quels établissements respectent un délai (30 jours en consultation psychologique), une personne est-elle vue à temps à l’AAOR, d’où vient une mesure, est-elle révisée ? */
export const mesuresParExigence: Operation<MesuresParExigenceQuery, MesuresParExigenceQueryVariables> = { documentId: "mesures-par-exigence" };

/** Les mesures d’une exigence dans chaque territoire d’une région (Laval, 13 ; Capitale-Nationale, 03), période par période : le délai mesuré, le verdict selon chacune des deux sources, là où elles donnent des verdicts contraires. */
export const mesuresRegion: Operation<MesuresRegionQuery, MesuresRegionQueryVariables> = { documentId: "mesures-region" };

/** La demande de modification d’un territoire : ce qu’elle doit contenir, qui l’initie, entre qui elle se traite, qui décide, ses préalables, ses impacts et les découpages qu’elle touche. */
export const modificationTerritoire: Operation<ModificationTerritoireQuery, ModificationTerritoireQueryVariables> = { documentId: "modification-territoire" };

/** Les niveaux de la Stratégie de prévention que le CLSC traduit localement, et qui pilote la stratégie. */
export const niveauxPrevention: Operation<NiveauxPreventionQuery, NiveauxPreventionQueryVariables> = { documentId: "niveaux-prevention" };

/** Où un service social général est offert, en partie ou non : chaque territoire dont l’établissement le déclare, ses modalités et depuis quand ; et qui le doit, quand rien n’est déclaré. */
export const offresService: Operation<OffresServiceQuery, OffresServiceQueryVariables> = { documentId: "offres-service" };

/** Page « Recherche » : ce que les paliers tiennent sous un code, quand les mots cherchés peuvent en être un : un canevas, une campagne, une mesure, une version de reddition, une fiche d’un fichier officiel quand il en a la forme, et ce que les établissements déclarent. */
export const pageCode: Operation<PageCodeQuery, PageCodeQueryVariables> = { documentId: "page-code" };

/** Page « Recherche » : ce que les paliers tiennent sous un code et que tous ne lisent pas, quand les mots cherchés peuvent en être un. */
export const pageCodeInterne: Operation<PageCodeInterneQuery, PageCodeInterneQueryVariables> = { documentId: "page-code-interne" };

/** Page « Recherche » : les territoires qu’un code postal touche, selon la correspondance importée ; sinon, pourquoi il n’est pas connu. */
export const pageCodePostal: Operation<PageCodePostalQuery, PageCodePostalQueryVariables> = { documentId: "page-code-postal" };

/** Page « Recherche » : tout ce que le ministère sait et qui contient les mots, avec la source de chaque résultat ; les codes du lexique disent lesquels sont des termes, et les mots qu’aucun résultat ne contient sont dits. Les établissements et les indicateurs sont cherchés par leur nom et leur code ; les règles de validation, les outils et les leviers nationaux sont tous là, et c’est la page qui y cherche. */
export const pageRecherche: Operation<PageRechercheQuery, PageRechercheQueryVariables> = { documentId: "page-recherche" };

/** Les six principes directeurs : ce que pose chacun, l’article qui le fonde, ses volets, envers qui il oblige à rendre compte. */
export const principesDirecteurs: Operation<PrincipesDirecteursQuery, PrincipesDirecteursQueryVariables> = { documentId: "principes-directeurs" };

/** Ministère : dans un territoire, Info-Social répond-il dans les quatre minutes, d’après quel texte, et qui en répond ? */
export const quatreMinutes: Operation<QuatreMinutesQuery, QuatreMinutesQueryVariables> = { documentId: "quatre-minutes" };

/** À quel territoire une personne est rattachée, par quelle règle : une personne sans adresse fixe, qui demande un service, qui garde un GMF ou un médecin hors de son territoire de CLSC ; le libre choix, ce que devient le rattachement, et qui doit fournir le mécanisme. */
export const rattachementPersonne: Operation<RattachementPersonneQuery, RattachementPersonneQueryVariables> = { documentId: "rattachement-personne" };

/** Les recommandations du partenariat, et ses actions prioritaires : lesquelles reviennent à chaque niveau, par domaine. */
export const recommandationsPartenariat: Operation<RecommandationsPartenariatQuery, RecommandationsPartenariatQueryVariables> = { documentId: "recommandations-partenariat" };

/** Les articles de loi que les documents invoquent (LGSSSS, LSSSS, P-38…) : ce que fonde chaque article, le niveau qu’il concerne, les standards qui s’y appuient, les ententes à tenir à jour. Par exemple l’article 167, qui fonde le gestionnaire de CLSC. */
export const referencesLegales: Operation<ReferencesLegalesQuery, ReferencesLegalesQueryVariables> = { documentId: "references-legales" };

/** Santé Québec : chaque établissement territorial, que doit-il dans une campagne, combien est reçu à temps, en retard, retourné ou absent ? */
export const retardsParEtablissement: Operation<RetardsParEtablissementQuery, RetardsParEtablissementQueryVariables> = { documentId: "retards-par-etablissement" };

/** Équipe d’établissement : ce qui lui est revenu de Santé Québec, mesure par mesure : où, quelle valeur, pour quelle raison, ce qui est attendu, et ce qui y a été répondu. Qu’est-ce qui nous a été retourné, et pourquoi ? */
export const retoursEtablissement: Operation<RetoursEtablissementQuery, RetoursEtablissementQueryVariables> = { documentId: "retours-etablissement" };

/** Un rôle du CLSC (navigateur, leader…) : ses leviers et ses responsabilités, qui le définit, qui l’incarne, et l’article qui fonde le gestionnaire de CLSC. */
export const roleClsc: Operation<RoleClscQuery, RoleClscQueryVariables> = { documentId: "role-clsc" };

/** Une section d’un document, et tout ce que Palier tire de ses lignes. 003-1.4 : le réseau local de services, ce qu’il est et sur quoi il repose ; 003-1.5 : le projet clinique et organisationnel, qui le définit ; 001-vof-vision : la vision que proposait le projet, et ce qu’en ont dit les personnes consultées ; 004-4 : la conclusion sur la responsabilité des CLSC. */
export const sectionDeDocument: Operation<SectionDeDocumentQuery, SectionDeDocumentQueryVariables> = { documentId: "section-de-document" };

/** La sécurisation culturelle des Premières Nations et des Inuit : qui fait quoi au ministère et en établissement, avec quels fonds, quelle échéance et quelle reddition. */
export const securisationCulturelle: Operation<SecurisationCulturelleQuery, SecurisationCulturelleQueryVariables> = { documentId: "securisation-culturelle" };

/** Santé Québec : aux treize périodes d’un exercice, qu’a-t-on mesuré d’une exigence dans un territoire, et que manque-t-il ? */
export const serieTerritoire: Operation<SerieTerritoireQuery, SerieTerritoireQueryVariables> = { documentId: "serie-territoire" };

/** Un standard, service par service : pour quels services il vaut, son délai (immédiatement, 24 heures…), sa borne, ses écarts. Par exemple A-P10, le traitement d’une situation urgente. */
export const standardParService: Operation<StandardParServiceQuery, StandardParServiceQueryVariables> = { documentId: "standard-par-service" };

/** Les standards qui répondent à un filtre : ceux qui sont fixés pour les six services sans exception, ceux qui touchent l’accessibilité, la continuité ou la qualité, ceux de la coordination ou des ententes. Combien ils sont, qui les fixe et qui les applique. */
export const standardsParFiltre: Operation<StandardsParFiltreQuery, StandardsParFiltreQueryVariables> = { documentId: "standards-par-filtre" };

/** Ministère : ce que chaque standard demande à chacun des six services, ce que les textes en disent, et où ils se contredisent. */
export const standardsParService: Operation<StandardsParServiceQuery, StandardsParServiceQueryVariables> = { documentId: "standards-par-service" };

/** Équipe d’établissement : ses territoires, leur bilan, et les mesures d’une exigence avec leur verdict. Dans mes territoires, combien de mesures conformes, en combien de temps l’AAOR rappelle-t-il une personne, la consultation sociale commence-t-elle à temps ? Sans campagne, chaque bilan dit la sienne, et les mesures leur exercice. */
export const suiviEtablissement: Operation<SuiviEtablissementQuery, SuiviEtablissementQueryVariables> = { documentId: "suivi-etablissement" };

/** Qui suit la mise en œuvre des orientations : par quelle délégation, d’après quel article, qui la coordonne, qui l’exécute, dans quel cadre. */
export const suiviMiseEnOeuvre: Operation<SuiviMiseEnOeuvreQuery, SuiviMiseEnOeuvreQueryVariables> = { documentId: "suivi-mise-en-oeuvre" };

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

/** Santé Québec, page d’accueil du tableau de bord : tous les territoires, leur région, leur établissement, leur population et le bilan de la campagne courante, qui dit s’il est fait sur des mesures fictives. */
export const tableauTerritoires: Operation<TableauTerritoiresQuery, TableauTerritoiresQueryVariables> = { documentId: "tableau-territoires" };

/** Tableau de bord : les verdicts de tout le Québec dans une campagne, par exigence et par volet, tels que Santé Québec les a consolidés. */
export const tableauVerdicts: Operation<TableauVerdictsQuery, TableauVerdictsQueryVariables> = { documentId: "tableau-verdicts" };

/** Santé Québec : quels territoires ont de 25 000 à 50 000 personnes (une tranche de population), quel est le bilan de chacun, et que valent ses mesures d’une exigence ? Les codes qu’elle donne se donnent à « territoires » de mesures-en-ecart, verdicts-par-region, bilans-territoires et classement-territoires, pour compter et ranger toute la tranche ensemble. */
export const territoiresParPopulation: Operation<TerritoiresParPopulationQuery, TerritoiresParPopulationQueryVariables> = { documentId: "territoires-par-population" };

/** Une valeur est-elle conforme à une exigence ? Juge un nombre donné (des heures par semaine, un délai, une part), en personne ou par téléphone : le verdict, selon chaque source, et l’écart ; puis à qui il remonte : qui rend compte, qui coordonne, qui fixe. Par exemple un territoire qui offre l’AAOR 65 h par semaine. */
export const verdictDeValeur: Operation<VerdictDeValeurQuery, VerdictDeValeurQueryVariables> = { documentId: "verdict-de-valeur" };

/** Santé Québec : dans chaque région, combien de mesures sont conformes, combien ne le sont pas, combien restent sans verdict, et pourquoi ? */
export const verdictsParRegion: Operation<VerdictsParRegionQuery, VerdictsParRegionQueryVariables> = { documentId: "verdicts-par-region" };
