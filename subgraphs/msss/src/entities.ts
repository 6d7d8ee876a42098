/** All that the ministry’s level has in the graph, each a folder; the order is that of the types in its SDL. */
export { absence } from './absence/absence.entity.ts';
export { appreciation } from './appreciation/appreciation.entity.ts';
export { decoupage } from './decoupage/decoupage.entity.ts';
export { document } from './document/document.entity.ts';
export { ecart } from './ecart/ecart.entity.ts';
export { enonce } from './enonce/enonce.entity.ts';
export { exigence } from './exigence/exigence.entity.ts';
export { fait } from './fait/fait.entity.ts';
export * from './gouvernance.ts';
export { imputabilite } from './imputabilite/imputabilite.entity.ts';
export { passage } from './passage/passage.entity.ts';
export { recherche } from './recherche/recherche.entity.ts';
export { sectionDocument } from './section-document/section-document.entity.ts';
export { serviceSocial } from './service-social/service-social.entity.ts';
export { standard } from './standard/standard.entity.ts';
export { texte } from './texte/texte.entity.ts';
export { territoireClsc } from './territoire-clsc/territoire-clsc.entity.ts';
