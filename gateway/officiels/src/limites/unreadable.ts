import { FileFault } from '@palier/fichiers/file-row';

export const unreadable = (message: string): FileFault => new FileFault('FICHIER_ILLISIBLE', message);
