import { sayInstant } from '@palier/calls/say-instant';

/** The kinds of acts, as people name them. */
const NATURES: Readonly<Record<string, string>> = {
  accorderException: 'exception accordée',
  apprecierBilan: 'appréciation d’un bilan',
  consoliderReddition: 'consolidation d’une reddition',
  fermerCampagne: 'fermeture d’une campagne',
  importerCodesPostaux: 'import de codes postaux',
  importerEtablissements: 'import d’établissements',
  importerInstallations: 'import d’installations',
  importerLimites: 'import de limites',
  importerPopulations: 'import de populations',
  importerTexte: 'import d’un texte',
  ouvrirCampagne: 'ouverture d’une campagne',
  publierCanevas: 'publication d’un canevas',
  publierRegle: 'publication d’une règle',
  retirerReddition: 'retrait d’une reddition',
  retirerRegle: 'retrait d’une règle',
  retournerReddition: 'retour d’une reddition',
  saisirMesures: 'saisie de mesures',
  soumettreReddition: 'soumission d’une reddition',
  transmettreBilan: 'transmission d’un bilan',
};

/** What was done: « ouverture d’une campagne ». */
export const sayActe = (nature: string): string => NATURES[nature] ?? nature;

/** What a source says of itself, as a reader of pages reads it: acts by their names, instants at the hour of Québec. */
export const sayNote = (note: string): string =>
  note
    .replaceAll(/\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?Z/g, (instant) => sayInstant(instant))
    .replaceAll(/\b[a-z]+[A-Z]\w*/g, sayActe);
