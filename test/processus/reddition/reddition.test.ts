import { playReddition } from './play-reddition.ts';

playReddition();
