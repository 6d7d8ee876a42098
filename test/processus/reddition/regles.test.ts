import { playRegles } from './play-regles.ts';

playRegles();
