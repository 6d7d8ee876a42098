import { type Rows, insertRows, readJson } from '@palier/runtime/birth';
import type { Demonstration } from '@palier/runtime/demonstration';
import { insertMesures } from './insert-mesures.queries.ts';
import { EXERCICE_FICTIF, makeMesures } from './make-mesures.ts';
import {
  PROVENANCE_FICTIVE,
  type TerritoireServi,
  makeDesignations,
  makeExerciceRoles,
  makeOffres,
} from './make-organisation.ts';
import type { ExigenceMesureeTable } from '../../tables/mesure.table.ts';

const LEVEL = 'etablissements';

/** The made-up year of this level: measures, gestionnaires, offers and roles over the 166 territories. A test pins its rows to `DEMONSTRATION_VERSION`. */
export const demonstration: Demonstration = async (database) => {
  const territoires = readData<TerritoireServi[]>('territoires.json');
  const exigences = readData<ExigenceMesureeTable[]>('exigences-mesurees.json');
  const mesures = makeMesures(
    territoires.map(({ code }) => code),
    exigences,
  );
  await insertMesures(
    database,
    LEVEL,
    { campagne: EXERCICE_FICTIF, provenance: PROVENANCE_FICTIVE },
    mesures,
  );
  const tables = {
    designation: makeDesignations(territoires),
    offre_service: makeOffres(territoires),
    exercice_role: makeExerciceRoles(territoires),
  };
  for (const [table, rows] of Object.entries(tables))
    await insertRows(database, LEVEL, table, rows as unknown as Rows);
};

function readData<Content>(file: string): Content {
  return readJson<Content>(new URL(`../../data/${file}`, import.meta.url));
}
