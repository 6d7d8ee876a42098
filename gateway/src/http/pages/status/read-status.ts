import { sayInstantHere } from '@palier/calls/say-instant';
import type { DegradedPart } from '../../steps/health.ts';
import { type AskAnonymously, type Fact, probeFacts } from './probe-facts.ts';

/** Something that answers or not: a level, the database. */
export interface PartState {
  readonly name: string;
  readonly answers: boolean;
  readonly said: string;
}

/** What the state page tells. The parts and the facts are told only where anybody may ask the graph. */
export interface Status {
  readonly isReady: boolean;
  readonly degraded: readonly DegradedPart[];
  readonly parts: readonly PartState[] | undefined;
  readonly facts: readonly Fact[] | undefined;
}

/** What else a program says of what the graph stands on. */
export interface OtherPart {
  readonly name: string;
  /** Fails when it does not answer. */
  readonly check: () => Promise<unknown>;
}

/** A level, as the gateway reaches it. */
interface ReachedLevel {
  readonly name: string;
  readonly probe: () => Promise<unknown>;
  /** Nothing while the level does not tell it. */
  readonly dataVersion: () => string | undefined;
}

/** A supergraph as it is served. */
export interface ServedNow {
  readonly digest: string;
  readonly since: Date;
  readonly levels: readonly ReachedLevel[];
}

export interface StatusOptions {
  readonly isReady: () => boolean | Promise<boolean>;
  readonly listDegraded: () => readonly DegradedPart[];
  /** Whether anybody may ask the whole graph: what the page says of it, they could know. */
  readonly isOpen: boolean;
  readonly served: () => ServedNow;
  readonly contracts: readonly string[];
  readonly others: readonly OtherPart[];
  readonly ask: AskAnonymously;
}

const PROBE_MS = 2_000;

export async function readStatus(options: StatusOptions): Promise<Status> {
  const isReady = await options.isReady();
  const degraded = options.listDegraded();
  if (!options.isOpen) return { isReady, degraded, parts: undefined, facts: undefined };
  const { levels, digest, since } = options.served();
  const [parts, facts] = await Promise.all([
    Promise.all([...levels.map(readLevel), ...options.others.map(readOther)]),
    probeFacts(options.ask),
  ]);
  const own = [
    { subject: 'Graphe en service depuis', said: sayInstantHere(since) },
    { subject: 'Version du graphe', said: digest.slice(0, 12) },
    ...(options.contracts.length > 0
      ? [{ subject: 'Contrats', said: options.contracts.map((name) => `/${name}/graphql`).join(', ') }]
      : []),
  ];
  return { isReady, degraded, parts, facts: [...own, ...facts] };
}

async function readLevel({ name, probe, dataVersion }: ReachedLevel): Promise<PartState> {
  const answers = await holds(probe);
  const tells = dataVersion() !== undefined;
  if (!answers) return { name, answers, said: 'ne répond pas' };
  return {
    name,
    answers,
    said: tells ? 'répond, données à jour' : 'répond ; ne dit pas où en sont ses données',
  };
}

async function readOther({ name, check }: OtherPart): Promise<PartState> {
  const answers = await holds(check);
  return { name, answers, said: answers ? 'répond' : 'ne répond pas' };
}

/** Whether it answers in time; why it does not is for the log, not for a page. */
async function holds(work: () => Promise<unknown>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), PROBE_MS);
  });
  const answered = work().then(
    () => true,
    () => false,
  );
  return Promise.race([answered, late]).finally(() => clearTimeout(timer));
}
