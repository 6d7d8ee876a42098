/** What a program that imports official files asks of this level. */
export { importPopulations } from './population-importee/population-importee.import.ts';
export { importRows, tryImport } from './importation/importer.ts';
export type { ImportFait } from './importation/importer.ts';
export type { FichierLu, ImportKind } from './importation/define-import.ts';
export { listTerritoiresConnus } from './importation/territoires-connus.ts';
export type { TerritoireConnu } from './importation/territoires-connus.ts';
export { importEtablissements, importInstallations } from './fiche-m02/fiche-m02.import.ts';
export { importCodesPostaux } from './code-postal/code-postal.import.ts';
export { importLimites } from './limite-publiee/limite-publiee.import.ts';
export { isSameNom } from './limite-publiee/is-same-nom.ts';
