import { openTestHouse } from '../house.ts';
import { holdDeclarations } from './hold-declarations.ts';

holdDeclarations(openTestHouse);
