import { RefusActe } from '@palier/runtime/acts/refus';
import type { ReadRegle } from '@palier/runtime/regles/judge-mesure';
import type { Kysely } from 'kysely';
import type { Tables } from '../tables.ts';
import { findJustifications } from '../regle/constat-validation.queries.ts';
import {
  type Constat,
  judgeMesures,
  type MesureAJuger,
  sayConstat,
  toRefused,
} from '../regle/judge-mesures.ts';
import { readSaid, sayFigures } from './read-said.ts';
import type { SoumissionContenu } from './reddition.actes.ts';

/** A constat, and why the measure is so all the same; null while nobody says. */
export interface ConstatJustifie {
  readonly constat: Constat;
  readonly justification: string | null;
}

interface LigneAJuger extends MesureAJuger {
  /** Whether it leaves its place to what is published: what is not said is not judged. */
  readonly cede: boolean;
}

export const toJudge = <Ligne extends LigneAJuger>(lignes: readonly Ligne[]): Ligne[] =>
  lignes.filter(({ cede }) => !cede);

interface DraftToJudge {
  readonly draft: string;
  /** The version that stands: what it justified of what did not change stays justified. */
  readonly last: string | undefined;
  readonly lignes: readonly LigneAJuger[];
  readonly regles: readonly ReadRegle[];
  /** What is said of each measure to justify it. */
  readonly reasons: ReadonlyMap<string, string>;
}

/** What the rules in force say of a draft, all of it. */
export async function judgeDraft(
  database: Kysely<Tables>,
  { draft, last, lignes, regles, reasons }: DraftToJudge,
): Promise<ConstatJustifie[]> {
  const constats = await judgeMesures(database, { mesures: toJudge(lignes), regles, reddition: draft });
  return justifyAll(database, { constats, last, reasons });
}

interface ToJustify extends Pick<DraftToJudge, 'last' | 'reasons'> {
  readonly constats: readonly Constat[];
}

/** Why each is so all the same: what is said of it now, or what the version that stands said of the same figure. */
export async function justifyAll(
  database: Kysely<Tables>,
  { constats, last, reasons }: ToJustify,
): Promise<ConstatJustifie[]> {
  const asked = constats.filter(({ regle }) => regle.severite === 'A_JUSTIFIER');
  const former =
    last === undefined || asked.length === 0 ? new Map() : await readFormer(database, last, asked);
  return constats.map((constat) => ({ constat, justification: justify(constat, reasons, former) }));
}

function justify(
  { mesure, regle }: Constat,
  reasons: ReadonlyMap<string, string>,
  former: ReadonlyMap<string, string>,
): string | null {
  if (regle.severite !== 'A_JUSTIFIER') return null;
  return reasons.get(mesure.mesure) || (former.get(`${mesure.mesure} ${regle.code}`) ?? null);
}

/** What the version before justified, by measure and rule, of the measures that say the same now. */
async function readFormer(
  database: Kysely<Tables>,
  last: string,
  asked: readonly Constat[],
): Promise<ReadonlyMap<string, string>> {
  const now = new Map(asked.map(({ mesure }) => [mesure.mesure, mesure]));
  const justified = (await findJustifications(database, last)).filter(({ mesure_id }) => now.has(mesure_id));
  if (justified.length === 0) return new Map();
  const before = await readSaid(
    database,
    last,
    justified.map(({ mesure_id }) => mesure_id),
  );
  return new Map(
    justified
      .filter(({ mesure_id }) => before.get(mesure_id) === sayFigures(now.get(mesure_id)!))
      .map(({ mesure_id, regle_id, justification }) => [
        `${mesure_id} ${regle_id.split(':')[0]}`,
        justification ?? '',
      ]),
  );
}

export const isBlocking = ({ constat }: ConstatJustifie): boolean => constat.regle.severite === 'BLOQUANTE';

export const isUnjustified = ({ constat, justification }: ConstatJustifie): boolean =>
  constat.regle.severite === 'A_JUSTIFIER' && justification === null;

const MOST_SAID = 20;

/** Raises ACTE_REFUSE, with every measure that a rule refuses or that is still to justify. */
export function refuseJugement(judged: readonly ConstatJustifie[]): void {
  const blocking = judged.filter(isBlocking);
  const unjustified = judged.filter(isUnjustified);
  if (blocking.length > 0)
    throw toRefus('MESURES_VALIDES', [...blocking, ...unjustified], {
      motif: 'Des règles de validation refusent des mesures',
      remede: 'Corrigez-les (saisirMesures) : chaque règle dit ce qu’elle attend.',
    });
  if (unjustified.length > 0)
    throw toRefus('JUSTIFIER', unjustified, {
      motif: 'Des règles de validation demandent une justification',
      remede: 'Justifiez chaque mesure (reponses, ou justification à la saisie), ou corrigez-la.',
    });
}

function toRefus(
  code: string,
  refused: readonly ConstatJustifie[],
  { motif, remede }: { readonly motif: string; readonly remede: string },
): RefusActe {
  const said = refused.slice(0, MOST_SAID).map(({ constat }) => sayConstat(constat));
  const more = refused.length - said.length;
  return new RefusActe({
    regle: { code, origine: 'INFERENCE' },
    motif: `${motif}. ${said.join(' ')}${more > 0 ? ` Et ${more} autres.` : ''}`,
    remede,
    fautes: refused.map(({ constat }) => toRefused(constat)),
  });
}

/** The rules that judged, as an act keeps them. */
export const toRegles = (regles: readonly ReadRegle[]): NonNullable<SoumissionContenu['regles']> =>
  regles.map(({ regle: { id, severite, expression, message, unites, exigences } }) => ({
    id,
    severite,
    expression,
    message,
    unites: [...unites],
    exigences: [...exigences],
  }));

/** What they said, as an act keeps it, once nothing refuses. */
export const toConstats = (judged: readonly ConstatJustifie[]): NonNullable<SoumissionContenu['constats']> =>
  judged.flatMap(({ constat: { mesure, regle, message, operandes }, justification }) =>
    regle.severite === 'BLOQUANTE'
      ? []
      : {
          mesure: mesure.mesure,
          regle: regle.id,
          severite: regle.severite,
          message,
          operandes: [...operandes],
          justification,
        },
  );
