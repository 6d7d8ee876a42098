import { createBoundedCache } from '@palier/federation/memory/bounded-cache';
import type { ClientRequest } from '../request/client-request.ts';
import { Refusal } from '../errors/errors.ts';
import type { Logger } from '../base/logger.ts';
import type { OperationRequest, RunOperation } from '../request/operation.ts';
import { toPrintable } from '../base/printable.ts';
import { openAuditFile, type AuditFile } from './audit-file.ts';
import type { AuditSettings } from './audit-settings.ts';
import { textDigest } from '../base/digest.ts';
import type { AnsweredRequest, EndedOperation, Observer } from './observer.ts';
import { withoutValues } from './without-values.ts';

/** Keeps who asked what: never a token, never a value that was sent with an operation. */
export interface Audit {
  readonly observer: Observer;
  /** The same runner, where no mutation runs before it is on the disk who asked for it. */
  holdMutations(runOperation: RunOperation): RunOperation;
  /** Whether lines wait for a file that cannot be written. */
  isFailing(): boolean;
  close(): Promise<void>;
}

type AuditLine = Readonly<Record<string, unknown>>;

/** Memory for the digests of texts told already; one that was forgotten is told again. */
const TOLD_BYTES = 8_000_000;

/** @throws {AuditFault} when what must be kept cannot be */
export async function openAudit({ log, file }: AuditSettings, logger: Logger): Promise<Audit | undefined> {
  if (!log && file === undefined) return undefined;
  const kept = file === undefined ? undefined : await openAuditFile(file, logger);
  const write = (line: AuditLine): void => {
    if (log) logger.info('Audit', line);
    kept?.add(toText(line));
  };
  return {
    observer: observeAnswers(write),
    holdMutations: (runOperation) => (kept ? holdMutations(runOperation, kept) : runOperation),
    isFailing: () => kept?.isFailing() ?? false,
    close: async () => kept?.close(),
  };
}

const toText = (line: AuditLine): string =>
  toPrintable(JSON.stringify({ time: new Date().toISOString(), ...line }));

function observeAnswers(write: (line: AuditLine) => void): Observer {
  const told = createBoundedCache<true>(TOLD_BYTES);
  /** Requests by HTTP, and the operation that each proved to be. */
  const received = new WeakMap<ClientRequest, EndedOperation | undefined>();
  const tellText = ({ operation, kind }: EndedOperation, digest: string): void => {
    // What the engine refused is known by its digest: anybody could fill the disk with it.
    if (!operation || !kind || told.get(digest)) return;
    told.set(digest, true, 0);
    write({ etape: 'TEXTE', digest, texte: withoutValues(operation.query) });
  };
  const tell = (ended: EndedOperation | undefined, request: AnsweredRequest | EndedOperation): void => {
    const digest = ended?.operation && textDigest(ended.operation.query);
    if (ended && digest !== undefined) tellText(ended, digest);
    write({
      etape: 'REPONSE',
      ...describeCaller(request.clientRequest),
      ...(ended && describeOperation(ended, digest)),
      ...('status' in request ? describeAnswer(request, ended) : { client: 'interne' }),
      durationMs: Math.round(request.durationMs),
    });
  };
  return {
    received: ({ clientRequest }) => void received.set(clientRequest, undefined),
    operated(ended) {
      if (received.has(ended.clientRequest)) received.set(ended.clientRequest, ended);
      else tell(ended, ended);
    },
    answered(request) {
      const ended = received.get(request.clientRequest);
      // Pages and signs of life hold no data.
      if (ended || request.status >= 400) tell(ended, request);
    },
  };
}

const describeCaller = ({ id, identity }: ClientRequest): AuditLine => ({
  requestId: id,
  subject: identity.subject ?? null,
  ...(identity.palier && { palier: identity.palier }),
  ...(identity.etablissement !== undefined && { etablissement: identity.etablissement }),
});

function describeOperation(
  { operation, kind, result }: EndedOperation,
  digest: string | undefined,
): AuditLine {
  const codes = new Set((result.errors ?? []).map(({ extensions }) => extensions?.['code']));
  return {
    ...nameOf(operation),
    ...(digest !== undefined && { digest }),
    ...(kind && { kind }),
    ...(codes.size > 0 && { codes: [...codes] }),
  };
}

function describeAnswer(request: AnsweredRequest, ended: EndedOperation | undefined): AuditLine {
  const { client, method, path, status, code, operation } = request;
  return {
    client,
    method,
    path: path.slice(0, 200),
    status,
    ...(!ended && operation !== undefined && { operation }),
    ...(code && { codes: [code] }),
  };
}

const nameOf = (operation: OperationRequest | undefined): AuditLine => ({
  ...(operation?.operationName !== undefined && { operation: operation.operationName.slice(0, 100) }),
  ...(operation?.documentId !== undefined && { documentId: operation.documentId.slice(0, 100) }),
});

/** Whoever wrote must be known even if the disk fails the next moment: where it cannot be, nothing is written. */
function holdMutations(runOperation: RunOperation, file: AuditFile): RunOperation {
  return (request, scope) =>
    runOperation(request, {
      ...scope,
      async beforeMutation() {
        const { query } = request;
        const line = {
          etape: 'DEMANDE',
          ...describeCaller(scope.clientRequest),
          ...nameOf(request),
          ...(query !== undefined && { digest: textDigest(query) }),
          kind: 'mutation',
        };
        await file.addSurely(toText(line)).catch((cause: unknown) => {
          throw new Refusal('AUDIT_INDISPONIBLE', { cause });
        });
      },
    });
}
