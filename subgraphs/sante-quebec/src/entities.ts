/** All that Santé Québec’s level has in the graph, each a folder; the order is that of the types in its SDL. */
export { bilan } from './bilan/bilan.entity.ts';
export { campagne } from './campagne/campagne.entity.ts';
export { regle } from './regle/regle.entity.ts';
export { canevas } from './canevas/canevas.entity.ts';
export { constat } from './constat/constat.entity.ts';
export { demandeModification } from './demande-modification/demande-modification.entity.ts';
export { etablissement } from './etablissement/etablissement.entity.ts';
export { imputabilite } from './imputabilite/imputabilite.entity.ts';
export { indicateurRefuse } from './indicateur-refuse/indicateur-refuse.entity.ts';
export { indicateur } from './indicateur/indicateur.entity.ts';
export { mesure } from './mesure/mesure.entity.ts';
export { moyen } from './moyen/moyen.entity.ts';
export { autresPaliers } from './other-levels/autres-paliers.entity.ts';
export { reddition } from './reddition/reddition.entity.ts';
export { reseauTerritorial } from './reseau-territorial/reseau-territorial.entity.ts';
export { territoireClsc } from './territoire-clsc/territoire-clsc.entity.ts';
export { unite } from './unite/unite.entity.ts';
