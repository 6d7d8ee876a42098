import type { ActeDefinition } from '@palier/runtime/journal/acte';
import { VersionPerimee } from '@palier/runtime/acts/refus';
import { provenanceOf } from '@palier/runtime/acts/provenance-of';
import { z } from 'zod';
import type { Tables } from '../tables.ts';
import { findCurrentVersion, insertCanevas } from './canevas.queries.ts';

const contenu = z
  .strictObject({
    exercice: z.string(),
    /** The one that this act makes: one more than the current one. */
    version: z.int().min(1),
    indicateurs: z.array(z.string()).min(1),
    exigences: z.array(z.string()),
  })
  // Without an indicateur there is no exigence, which nobody is to be told of.
  .refine(({ indicateurs, exigences }) => indicateurs.length === 0 || exigences.length > 0, {
    path: ['exigences'],
    error: 'au moins 1 est attendu',
  });

export type CanevasPublie = z.infer<typeof contenu>;

export const canevasCode = ({ exercice, version }: Pick<CanevasPublie, 'exercice' | 'version'>): string =>
  `${exercice}-V${version}`;

/** A new version of the canevas of an exercice (mandate S1). Former versions stay: campagnes may follow them. */
export const publierCanevas: ActeDefinition<CanevasPublie, Tables> = {
  nature: 'publierCanevas',
  version: 1,
  contenu,
  touches: ({ contenu: { exercice } }) => `canevas ${exercice}`,
  check: async (database, { contenu: { exercice, version } }) => {
    const current = await findCurrentVersion(database, exercice);
    if (current !== version - 1) throw new VersionPerimee(version - 1, current);
  },
  apply: async (database, acte) => {
    const { exercice, version, indicateurs, exigences } = acte.contenu;
    const code = canevasCode(acte.contenu);
    const nature = acte.origine === 'DEMONSTRATION' ? 'DEMONSTRATION' : 'OFFICIEL';
    await insertCanevas(
      database,
      { code, version, exercice, nature, provenance: provenanceOf(acte) },
      { indicateurs, exigences },
    );
  },
};
