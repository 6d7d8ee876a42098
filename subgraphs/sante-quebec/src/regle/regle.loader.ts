import type { CodeFormat } from '@palier/runtime/code-format';
import { PalierError } from '@palier/runtime/errors';
import { defineLoader, defineReading } from '@palier/runtime/loader';
import { toProvenance } from '@palier/runtime/provenance';
import { operandesOf, parseExpression } from '@palier/runtime/regles/parse-expression';
import { isAbout } from '@palier/runtime/regles/judge-mesure';
import { regleId } from '@palier/runtime/regles/regle';
import { cellulesByCanevas, indicateursByCanevas } from '../canevas/canevas.loader.ts';
import { indicateurByExigence } from '../indicateur/indicateur.loader.ts';
import type { Reading } from '../tables.ts';
import { listRegles } from './regle.queries.ts';
import type { RegleValidationValue } from './regle.type.ts';

export const CODE_REGLE: CodeFormat = {
  pattern: /^[A-Z][A-Z0-9_]{2,59}$/,
  description: 'une règle telle que VALEUR_NEGATIVE',
};

/** All the versions, in the order of their codes. */
export const readRegles = defineReading<'all', RegleValidationValue[]>(async ({ database }: Reading) => {
  const rows = await listRegles(database);
  return rows.map((row, index) => toRegle(row, rows[index + 1]));
});

export const regleLoader = defineLoader<string, RegleValidationValue | null>(
  async (context: Reading, ids) => {
    const known = new Map((await readRegles(context, 'all')).map((regle) => [regle.id, regle]));
    return ids.map((id) => known.get(id) ?? null);
  },
);

type RegleRow = Awaited<ReturnType<typeof listRegles>>[number];

function toRegle(row: RegleRow, next: RegleRow | undefined): RegleValidationValue {
  const following = next?.code === row.code ? next : undefined;
  return {
    id: regleId(row),
    code: row.code,
    version: row.version,
    nom: row.nom,
    severite: row.severite,
    expression: row.expression,
    operandes: [...operandesOf(parseExpression(row.expression))],
    message: row.message,
    remede: row.remede,
    unites: row.unites,
    codesExigences: row.exigences,
    exigences: row.exigences.map((code) => ({ code })),
    enVigueurDe: row.en_vigueur_de,
    ...endOf(row, following),
    fondement: toProvenance(row.fondement),
    remplaceePar: following === undefined ? null : toRegle(following, undefined),
    retrait:
      row.retiree_le === null
        ? null
        : { retireeLe: row.retiree_le, motif: row.motif ?? '', provenance: toProvenance(row.retrait!) },
    provenance: toProvenance(row.provenance),
  };
}

type Ending = Pick<RegleValidationValue, 'enVigueurA' | 'jamaisEnVigueur' | 'lastWholeDay'>;

/**
 * What ends on the day it began has judged a part of that day. What ends before it began never judged, and has no last day.
 */
function endOf(row: RegleRow, following: RegleRow | undefined): Ending {
  const lastWholeDay = lastDay(row, following);
  const begins = row.en_vigueur_de;
  if (lastWholeDay === null || begins === null || lastWholeDay >= begins)
    return { enVigueurA: lastWholeDay, jamaisEnVigueur: false, lastWholeDay };
  const isOfItsFirstDay = lastWholeDay === dayBefore(begins);
  return { enVigueurA: isOfItsFirstDay ? begins : null, jamaisEnVigueur: !isOfItsFirstDay, lastWholeDay };
}

/** The earliest of the day said when it was published, that before the next version, and that before its withdrawal. */
function lastDay(row: RegleRow, following: RegleRow | undefined): string | null {
  const days = [
    row.en_vigueur_a,
    following?.en_vigueur_de == null ? null : dayBefore(following.en_vigueur_de),
    row.retiree_le === null ? null : dayBefore(row.retiree_le),
  ].filter((day) => day !== null);
  return days.sort()[0] ?? null;
}

const DAY_MS = 86_400_000;
const dayBefore = (day: string): string => new Date(Date.parse(day) - DAY_MS).toISOString().slice(0, 10);

export const isInForce = (
  { enVigueurDe, lastWholeDay }: Pick<RegleValidationValue, 'enVigueurDe' | 'lastWholeDay'>,
  day: string,
): boolean => (enVigueurDe === null || enVigueurDe <= day) && (lastWholeDay === null || day <= lastWholeDay);

/** Raises FILTRE_INVALIDE for what is no day. */
export function parseDay(name: string, text: string | null | undefined): string | null {
  if (text == null) return null;
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(text) : NaN;
  if (Number.isFinite(time) && new Date(time).toISOString().startsWith(text)) return text;
  throw new PalierError('FILTRE_INVALIDE', `« ${name} » : un jour tel que 2026-11-28 est attendu.`);
}

interface Asked {
  readonly code: string;
  /** Null for all the versions there ever were. */
  readonly jour: string | null;
}

/** The rules that judge what a canevas asks. */
export const reglesByCanevas = defineLoader<Asked, RegleValidationValue[]>(
  async (context: Reading, asked) => {
    const codes = asked.map(({ code }) => code);
    const [regles, indicateurs, cellules] = await Promise.all([
      readRegles(context, 'all'),
      indicateursByCanevas.loadMany(context, codes),
      cellulesByCanevas.loadMany(context, codes),
    ]);
    return asked.map(({ jour }, index) => {
      const unites = (indicateurs[index] ?? []).map(({ unite }) => unite);
      const exigences = (cellules[index] ?? []).map(({ exigenceCode }) => exigenceCode);
      return regles.filter(
        (regle) =>
          (jour === null || isInForce(regle, jour)) &&
          meets(regle.unites, unites) &&
          meets(regle.codesExigences, exigences),
      );
    });
  },
);

const meets = (wanted: readonly string[], given: readonly string[]): boolean =>
  wanted.length === 0 || wanted.some((one) => given.includes(one));

/** The rules that judge the measures of an exigence; none where no indicateur puts it to work. */
export const reglesByExigence = defineLoader<Asked, RegleValidationValue[]>(
  async (context: Reading, asked) => {
    const [regles, indicateurs] = await Promise.all([
      readRegles(context, 'all'),
      indicateurByExigence.loadMany(
        context,
        asked.map(({ code }) => code),
      ),
    ]);
    return asked.map(({ code, jour }, index) => {
      const unite = indicateurs[index]?.unite;
      if (unite === undefined) return [];
      return regles.filter(
        ({ unites, codesExigences, ...regle }) =>
          (jour === null || isInForce(regle, jour)) &&
          isAbout({ unites, exigences: codesExigences }, { unite, exigence: code }),
      );
    });
  },
);
