export { Absence } from '@palier/runtime/ministry.type';
