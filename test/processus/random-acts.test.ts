import { type Database, openDatabase } from '@palier/runtime/database';
import { act } from '@palier/runtime/acts/act';
import { createEphemeralKeys } from '@palier/runtime/journal/journal-keys';
import { replayJournal } from '@palier/runtime/level/replay-journal';
import { verifyLevelJournal } from '@palier/runtime/level/verify-level-journal';
import type { Subgraph } from '@palier/runtime/subgraph';
import { someoneOf } from '@palier/runtime/testing';
import { santeQuebec } from '@palier/sante-quebec';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';

/** Whatever is asked, in whatever order, again, at once by two, across restarts: the same acts always give the same state. */
const SETTINGS = { demonstration: 'ABSENTE' } as const;
const keys = createEphemeralKeys();
let database: Database;
/** Two programs on one database. */
let levels: [Subgraph, Subgraph];

const open = (): Promise<Subgraph> => santeQuebec.open(database, SETTINGS, { keys });
beforeAll(async () => {
  database = await openDatabase({ kind: 'memory' });
  levels = [await open(), await open()];
});
afterAll(() => database.close());

/** What somebody asks: a version of a canevas or of a rule, or the end of a rule, right or not, through one program or the other. */
interface Asked {
  readonly nature: 'publierCanevas' | 'publierRegle' | 'retirerRegle';
  readonly program: 0 | 1;
  readonly auteur: 'marie' | 'paul';
  readonly cle: number;
  readonly exercice: number;
  readonly version: number;
}

const asked = fc.record<Asked>({
  nature: fc.constantFrom('publierCanevas', 'publierRegle', 'retirerRegle'),
  program: fc.constantFrom(0, 1),
  auteur: fc.constantFrom('marie', 'paul'),
  cle: fc.integer({ min: 1, max: 6 }),
  exercice: fc.integer({ min: 0, max: 1 }),
  version: fc.integer({ min: 1, max: 3 }),
});

type Step = { readonly ask: Asked } | { readonly together: readonly Asked[] } | { readonly restart: 0 | 1 };

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ ask: asked }) },
  { weight: 3, arbitrary: fc.record({ together: fc.array(asked, { minLength: 2, maxLength: 6 }) }) },
  { weight: 1, arbitrary: fc.record({ restart: fc.constantFrom(0 as const, 1 as const) }) },
);

function listAsked(one: Step): readonly Asked[] {
  if ('ask' in one) return [one.ask];
  return 'together' in one ? one.together : [];
}

/** Orders of acts that are drawn. */
const RUNS = Number(process.env['ACTES_RUNS'] ?? 8);
let runs = 0;

function contentOf({ nature, exercice, version }: Asked, run: number): object {
  const code = `REGLE_${run}_${exercice}`;
  if (nature === 'retirerRegle') return { regle: code, motif: 'Elle était fausse.' };
  if (nature === 'publierCanevas')
    return {
      exercice: `${run}-${exercice}`,
      version,
      indicateurs: ['I-A-P5'],
      exigences: ['A-P5:AAOR'],
    };
  return {
    code,
    version,
    nom: 'Délai long',
    severite: 'BLOQUANTE',
    expression: `valeur <= ${version}`,
    message: 'le délai est de {valeur}.',
    remede: 'Corrigez-le.',
    unites: [],
    exigences: [],
    enVigueurDe: '2099-01-01',
    enVigueurA: null,
    fondement: { origine: 'INFERENCE', note: 'choisi pour cet essai' },
  };
}

/** @returns the number and the digest of the act, or the code of what refuses it */
async function perform(one: Asked, run: number): Promise<string> {
  const { program, auteur, cle } = one;
  const definition = santeQuebec.actes.find(({ nature }) => nature === one.nature)!;
  const content = contentOf(one, run);
  const context = levels[program].createContext(someoneOf('SANTE_QUEBEC', { subject: `${auteur}-${run}` }));
  try {
    const acte = await act(context, { definition, cle: String(cle), asked: content, prepare: () => content });
    return `${acte.numero} ${acte.empreinte}`;
  } catch (error) {
    return String((error as { extensions?: { code?: unknown } }).extensions?.code ?? error);
  }
}

/** What is asked, whoever is asked it: a withdrawal names no version. */
const sayContent = (one: Asked): string =>
  JSON.stringify({ ...one, program: 0, ...(one.nature === 'retirerRegle' && { version: 1 }) });

const REFUSALS = ['VERSION_PERIMEE', 'CLE_REPRISE', 'ACTE_REFUSE'];

it('gives the same state for the same acts', { timeout: 600_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), async (steps) => {
      runs += 1;
      const run = runs;
      const answers = new Map<string, string>();
      for (const one of steps) {
        if ('restart' in one) levels[one.restart] = await open();
        const all = listAsked(one);
        const given = await Promise.all(all.map((each) => perform(each, run)));
        for (const [index, answer] of given.entries()) {
          if (REFUSALS.includes(answer)) continue;
          expect(answer).toMatch(/^\d+ [0-9a-f]{64}$/);
          // Whoever asks the same again, by whichever program, is answered the same.
          const known = sayContent(all[index]!);
          expect(answer).toBe(answers.get(known) ?? answer);
          answers.set(known, answer);
        }
      }
      // Nothing that was answered is lost, nor was anything else written of it.
      for (const [known, answer] of answers)
        expect(await perform(JSON.parse(known) as Asked, run)).toBe(answer);
      expect(new Set(answers.values()).size).toBe(answers.size);
    }),
    { numRuns: RUNS },
  );
  const { actes, fautes } = await verifyLevelJournal(database.kysely, santeQuebec, keys.publics());
  expect(fautes).toEqual([]);
  const replayed = await replayJournal({
    source: database.kysely,
    definition: santeQuebec,
    settings: SETTINGS,
  });
  expect(replayed).toMatchObject({ actes, fautes: [] });
  expect(actes).toBeGreaterThan(RUNS);
});
