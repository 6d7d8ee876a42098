/** Where a reader finds what a client of the graph asks by the name of a field. */
const PLACES: Readonly<Record<string, string>> = {
  campagne: 'la page de la campagne',
  campagnes: 'la liste des campagnes',
  etablissement: 'la page de l’établissement',
  exigence: 'la page de l’exigence',
  imports: 'la liste des imports',
  indicateur: 'la page de l’indicateur',
  installationsPubliees: 'la liste des installations publiées',
  obligations: 'la liste des obligations',
  populations: 'la liste des populations',
  region: 'la page de la région',
  reseauLocal: 'la page du réseau local',
  reseauTerritorial: 'la page du réseau territorial',
  ruisss: 'la page du RUISSS',
  territoireClsc: 'la page du territoire de CLSC',
  validerReddition: 'la validation d’une reddition',
};

/** What a list says of the codes that it was narrowed to: those of a page are its own, and exist. */
const ASKED =
  / Demandé : [^`]*\. D’autres paliers tiennent la liste de ces codes : pour savoir s’ils existent, demander [^.]*\./;

/** What only who runs it may do. */
const HOW = /(?:, et| :) qui l’a peut l’importer \(« npm [^»]*»\)(?=\.)/;

/** Why something is missing, as a reader of pages reads it: what it names between backticks is said in words. */
export const sayMotif = (motif: string): string =>
  motif
    .replace(ASKED, '')
    .replace(HOW, '')
    .replaceAll(/(\. )?`(\w+)`/g, (whole, start: string | undefined, name: string) => {
      const place = PLACES[name];
      if (place === undefined) return whole;
      return start === undefined ? place : `${start}${place.charAt(0).toUpperCase()}${place.slice(1)}`;
    });
