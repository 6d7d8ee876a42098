export { sayInstantToTheSecond } from '@palier/calls/say-instant';
