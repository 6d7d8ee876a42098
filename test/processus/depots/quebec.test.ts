import { execFileSync } from 'node:child_process';
import { openDepots } from '@palier/depots/depots';
import { openXlsx, saveXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROOT, startNode } from '../../program.ts';
import { type HouseOfPeople, openCampagne, openHouseOfPeople, type Person } from '../people.ts';

// All of its periods have begun.
const CAMPAGNE = '2024-2025';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

let people: HouseOfPeople;
let marie: Person;
beforeAll(async () => {
  people = await openHouseOfPeople({ mounts: openDepots() });
  marie = await people.person({ sub: 'marie', palier: 'SANTE_QUEBEC' });
  const { indicateurs } = await marie.read<{ indicateurs: { code: string }[] }>('{ indicateurs { code } }');
  await openCampagne(
    marie,
    indicateurs.map(({ code }) => code),
    [],
    CAMPAGNE,
  );
});
afterAll(() => people.close());

describe('a whole year', { timeout: 900_000 }, () => {
  it('is entered by workbooks, one an établissement: taken, filled, sent back', async () => {
    const { etablissements, campagne } = await marie.read<{
      etablissements: { code: string; territoires: object[] | null }[];
      campagne: { canevas: { cellules: { frequence: string }[] } };
    }>(
      `{ etablissements { code territoires { code } } campagne(code: "${CAMPAGNE}") { canevas { cellules { frequence } } } }`,
    );
    const accountable = etablissements.filter(({ territoires }) => (territoires ?? []).length > 0);
    expect(accountable.flatMap(({ territoires }) => territoires)).toHaveLength(166);
    const { cellules } = campagne.canevas;
    const byTerritory = cellules.reduce((sum, { frequence }) => sum + (frequence === 'EXERCICE' ? 1 : 13), 0);
    expect(166 * byTerritory).toBeGreaterThan(26_937);
    // Those that account for the most territories and for the fewest: what lies between is entered alike.
    const bySize = accountable.toSorted((one, other) => one.territoires!.length - other.territoires!.length);
    for (const { code, territoires } of [bySize[0]!, bySize.at(-1)!]) {
      const luc = await people.person({ sub: `luc-${code}`, palier: 'ETABLISSEMENT', etablissement: code });
      const filled = await fill(await luc.request(`/depots/modele?campagne=${CAMPAGNE}`));
      const response = await luc.request(`/depots/mesures?campagne=${CAMPAGNE}`, {
        method: 'POST',
        headers: { 'content-type': XLSX },
        body: filled.bytes,
      });
      const { difference, acte } = (await response.json()) as {
        difference: { creees: { nombre: number } };
        acte: { etablissement: string };
      };
      expect(acte.etablissement).toBe(code);
      expect([difference.creees.nombre, filled.measures]).toEqual([
        territoires!.length * byTerritory,
        territoires!.length * byTerritory,
      ]);
    }
  });

  it('in one file is read within a bounded memory', async () => {
    execFileSync(process.execPath, ['gateway/start/build.mjs', 'test/processus/depots/read-whole-year.ts'], {
      cwd: ROOT,
    });
    // A workbook is read before it is marked: what that took is in the peak.
    for (const what of ['CSV', 'MARQUER']) {
      const program = startNode(['gateway/start/dist/test/processus/depots/read-whole-year.js', what]);
      expect(await program.ended, program.said()).toBe(0);
      const { mesures, avantMb, peakMb } = JSON.parse(program.wrote()) as Record<string, number>;
      expect([what, mesures]).toEqual([what, 26_937]);
      // What its thread may hold; making the file took what it took before.
      expect(peakMb! - avantMb!, what).toBeLessThan(512);
    }
  });
});

async function fill(response: Response): Promise<{ bytes: Uint8Array<ArrayBuffer>; measures: number }> {
  const workbook = await openXlsx(new Uint8Array(await response.arrayBuffer()), { readStyles: true });
  const [sheet] = workbook.sheets;
  for (const [key, cell] of sheet?.cells ?? []) {
    const [row = 0, column] = key.split(',').map(Number);
    if (row > 0 && column === 8) sheet?.cells?.set(key, { ...cell, value: (row % 90) / 4, type: 'number' });
  }
  return { bytes: new Uint8Array(await saveXlsx(workbook)), measures: (sheet?.rows.length ?? 1) - 1 };
}
