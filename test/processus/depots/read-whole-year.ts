import type { Demande } from '@palier/depots/demande';
import { doFileTask, type FileReading } from '@palier/depots/file-task';
import { markFautes } from '@palier/depots/marks';
import { MOST_TOLD } from '@palier/fichiers/findings';
import { createFileThreads } from '@palier/depots/file-thread';
import { withSpooled } from '@palier/fichiers/spool';

/** Reads a file of 26 937 measures, and marks it where the argument says so, and says by how much the memory of this process peaked. */
const ROWS = 26_937;
const [, , what = ''] = process.argv;

process.stdout.write(JSON.stringify(await measure(what)));

async function measure(name: string): Promise<object> {
  const format = name === 'CSV' ? 'CSV' : 'XLSX';
  const demande = toDemande();
  const outcome = await doFileTask({
    kind: 'MODELE',
    demande: { ...demande, presentes: toPresentes(demande) },
    dernieres: [],
    format,
  });
  if ('code' in outcome) throw new Error(outcome.message);
  const bytes = outcome.result as Uint8Array;
  const before = process.resourceUsage().maxRSS;
  const workOnFile = createFileThreads();
  const startedAt = performance.now();
  const reading = await withSpooled([bytes], async (file): Promise<FileReading> => {
    const judged = await workOnFile({ kind: 'JUGER', file, format, demande, mostTold: MOST_TOLD });
    if (name !== 'MARQUER') return judged;
    const fautes = judged.mesures.slice(0, MOST_TOLD).map(({ ligne }) => ({
      code: 'NOMBRE_ILLISIBLE',
      ligne,
      colonne: 'valeur',
      cellule: `I${ligne}`,
      lue: 'un',
      attendu: 'un nombre',
      remede: 'Corrigez-le.',
    }));
    await workOnFile({
      kind: 'MARQUER',
      ...markFautes({ file, format }, { fautes: { told: fautes, total: ROWS } }),
    });
    return judged;
  });
  return {
    mesures: reading.mesures.length,
    octets: bytes.length,
    avantMb: Math.round(before / 1024),
    peakMb: Math.round(process.resourceUsage().maxRSS / 1024),
    ms: Math.round(performance.now() - startedAt),
  };
}

/** As many measures as a year of demonstration has: 2 993 territories, nine periods. */
function toDemande(): Demande {
  const periodes = Array.from({ length: 9 }, (_, index) => `2026-2027-P0${index + 1}`);
  return {
    campagne: { code: '2026-2027', nom: 'Campagne', canevas: '2026-2027-V1', statut: 'OUVERTE' },
    etablissement: { code: '11045119', nom: 'Établissement' },
    territoires: Array.from({ length: ROWS / 9 }, (_, index) => ({
      code: String(index + 1).padStart(5, '0'),
      nom: `Territoire ${index + 1}`,
    })),
    periodes,
    commencees: periodes,
    cellules: [
      {
        exigence: 'A-P5:AAOR',
        volet: null,
        unite: 'h',
        libelle: 'Délai de prise de contact',
        frequence: 'PERIODE_FINANCIERE',
      },
    ],
    presentes: [],
    revision: 0,
  };
}

function toPresentes({ territoires, periodes }: Demande): Demande['presentes'] {
  return territoires.flatMap((territoire, index) =>
    periodes.map((periode) => ({
      mesure: `${periode}:${territoire.code}:A-P5:AAOR`,
      territoire: territoire.code,
      exigence: 'A-P5:AAOR',
      volet: null,
      periode,
      valeur: (index % 97) / 10,
      statut: null,
      numerateur: null,
      denominateur: null,
      justification: null,
    })),
  );
}
