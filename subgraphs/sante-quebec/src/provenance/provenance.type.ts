export { Provenance } from '@palier/runtime/ministry.type';
