import { type AbsenceValue, nothingOwed, owedBy } from '@palier/runtime/absence';

/**
 * What is said when this level holds nothing: what is missing, and the text or the marked inference that makes the
 * établissement owe it. The mandate is null where section 3.2 of document 004 names none, and the text that does is
 * cited instead. What no text asks for, nobody owes. `owedIn` says for whom these debts hold.
 */
export const ABSENCES = {
  mesures: deduced(
    'E11',
    'Aucune mesure pour cette sélection. Aucun document n’en donne : chaque établissement saisit les siennes pour rendre compte (004, 3.2.3, L1864-1866). Que les standards de 003 soient ceux à mesurer est une inférence ; une cellule sans objet ne se mesure pas.',
  ),
  redditions: deduced(
    'E11',
    'Aucune reddition de comptes pour cette sélection : l’établissement participe aux redditions, que Santé Québec coordonne (004, 3.2.3, L1864-1866). Aucun document n’en donne le contenu ; qu’il en soumette une par campagne est une inférence.',
  ),
  gestionnaire: deduced(
    'E1',
    'Aucun gestionnaire de CLSC en fonction n’est déclaré pour ce territoire. La haute direction de l’établissement en désigne un (004, 2.2.7, L889-890) et le président-directeur général délègue (L885-888). Cette obligation est écrite hors de la section 3.2 ; la rapprocher du mandat E1 (mode de gouvernance, L1832) est une inférence.',
  ),
  designations: deduced(
    'E1',
    'Aucune désignation de gestionnaire n’est déclarée pour ce territoire (004, 2.2.7, L885-890). Cette obligation est écrite hors de la section 3.2 ; la rapprocher du mandat E1 (mode de gouvernance, L1832) est une inférence.',
  ),
  exerciceRoles: deduced(
    'E12',
    'L’établissement n’a pas encore déclaré comment les quatre rôles du CLSC s’exercent dans ce territoire ; il les incarne au quotidien (004, 3.2.3, L1868-1869), et en déduire qu’il le déclare est une inférence.',
  ),
  installations: deduced(
    'E4',
    'Aucune installation n’a été déclarée pour ce territoire. Aucun document ne les énumère ; l’établissement dispense l’offre de base dans chaque territoire (004, 3.2.3, L1838-1839), et en déduire qu’il en dit les lieux est une inférence. Celles que le registre du ministère publie, une fois importé, sont dans `installationsPubliees`.',
  ),
  offre: deduced(
    'E4',
    'L’établissement n’a pas déclaré les services offerts dans ce territoire ; il y dispense l’offre de base (004, 3.2.3, L1838-1839), dont aucun document ne donne l’état réel ; en déduire qu’il le déclare est une inférence.',
  ),
  partenaires: deduced(
    'E9',
    'Aucun partenaire n’a été déclaré pour ce territoire ; l’établissement organise le maillage avec ceux du milieu (004, 3.2.3, E9b, L1857), qu’aucun document ne nomme ; en déduire qu’il les déclare est une inférence.',
  ),
  ententes: deduced(
    'E9',
    'Aucune entente n’a été déclarée. Le document 003 en distingue deux sortes (L333-335) ; son Annexe II veut qu’elles existent, ses fiches qu’elles suivent les besoins (C-O1, C-O2, écart D-35) ; le maillage avec les partenaires revient à l’établissement (004, 3.2.3, E9b, L1857). Le lien entre les deux textes est une inférence.',
  ),
  constats: deduced(
    'E12',
    'Aucun constat territorial n’a été déclaré. Le texte veut que le CLSC ait de quoi en produire et qu’ils remontent (004, 2.4.3, L1554-1571) ; le rapprochement avec le mandat E12, qui incarne les rôles du CLSC (L1868-1869), est une inférence.',
  ),
  demandesModification: nothingOwed(
    'Aucune demande de modification de territoire n’a été déposée. L’établissement territorial peut et doit en demander une quand c’est nécessaire (004, 2.1.2, L692-695) : rien ne dit qu’elle le soit ici, et personne n’en doit une sans besoin.',
  ),
  valeursRegionales: deduced(
    'E7',
    'Aucune valeur régionale n’a été déclarée pour cette exigence. Là où 003 renvoie aux réalités régionales, aucune valeur nationale n’existe ; que l’établissement déclare la sienne en adaptant son offre (004, 3.2.3, L1846-1847) est une inférence.',
  ),
  pdg: nothingOwed(
    'L’entrée en fonction du président-directeur général n’est pas déclarée pour cet établissement. Le texte le nomme pour la délégation faite au CLSC (004, 2.2.7, L885-888) ; aucun ne demande de la déclarer.',
  ),
  responsableAutochtone: owedBy(
    { palier: 'ETABLISSEMENT', mandat: null, dit: '000, L57-64' },
    'Aucun responsable des dossiers autochtones n’est déclaré pour cet établissement. Le document 000, gardé pour l’histoire, en veut un par établissement (L57-64) ; aucun mandat de 004 ne le reprend.',
  ),
  lignes: deduced(
    'E11',
    'Cette reddition n’a encore aucune ligne : l’établissement la remplit avec ses mesures, ce que Palier déduit de ce qu’il participe à la reddition de comptes (004, 3.2.3, L1864-1866) : c’est une inférence.',
  ),
} as const satisfies Record<string, AbsenceValue>;

/** What is missing of one role or service where others are declared: each is owed by itself. */
export const sayRoleAbsent = (role: string): AbsenceValue =>
  deduced(
    'E12',
    `Rien n’est déclaré du rôle ${role} dans ce territoire ; l’établissement incarne au quotidien les quatre rôles du CLSC (004, 3.2.3, L1868-1869), et en déduire qu’il le déclare est une inférence.`,
  );

export const sayServiceAbsent = (service: string): AbsenceValue =>
  deduced(
    'E4',
    `Rien n’est déclaré du service ${service} dans ce territoire ; l’établissement y dispense l’offre de base (004, 3.2.3, L1838-1839), et en déduire qu’il en déclare chaque service est une inférence.`,
  );

function deduced(mandat: string, motif: string): AbsenceValue {
  return owedBy({ palier: 'ETABLISSEMENT', mandat, dit: null }, motif);
}
