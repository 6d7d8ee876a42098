/** What a program that imports official files asks of this level. */
export { importPopulations } from '../population-importee/population-importee.import.ts';
export { importRows, tryImport } from './importer.ts';
export type { ImportFait } from './importer.ts';
export type { FichierLu, ImportKind } from './define-import.ts';
export { listTerritoiresConnus } from './territoires-connus.ts';
export type { TerritoireConnu } from './territoires-connus.ts';
export { importEtablissements, importInstallations } from '../fiche-m02/fiche-m02.import.ts';
export { importCodesPostaux } from '../code-postal/code-postal.import.ts';
