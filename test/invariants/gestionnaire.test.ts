import { openTestHouse } from '../house.ts';
import { holdGestionnaire } from './hold-gestionnaire.ts';

holdGestionnaire(openTestHouse);
