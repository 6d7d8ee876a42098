/** All that the établissements’ level has in the graph, each a folder; the order is that of the fields they add to one type. */
export { constat } from './constat/constat.entity.ts';
export { demandeModification } from './demande-modification/demande-modification.entity.ts';
export { designation } from './designation/designation.entity.ts';
export { entente } from './entente/entente.entity.ts';
export { exerciceRole } from './exercice-role/exercice-role.entity.ts';
export { fonctionEtablissement } from './fonction-etablissement/fonction-etablissement.entity.ts';
export { imputabilite } from './imputabilite/imputabilite.entity.ts';
export { installation } from './installation/installation.entity.ts';
export { mesure } from './mesure/mesure.entity.ts';
export { offreService } from './offre-service/offre-service.entity.ts';
export { obligation } from './obligation/obligation.entity.ts';
export { autresPaliers } from './other-levels/autres-paliers.entity.ts';
export { partenaire } from './partenaire/partenaire.entity.ts';
export { provenance } from './provenance/provenance.entity.ts';
export { reddition } from './reddition/reddition.entity.ts';
export { regle } from './regle/regle.entity.ts';
export { valeurRegionale } from './valeur-regionale/valeur-regionale.entity.ts';
