import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';

/** The two revisions of the protocol that are served, and how the SDK's own client is told to speak each. */
export const REVISIONS = [
  { revision: '2026-07-28', mode: { pin: '2026-07-28' } },
  { revision: '2025-11-25', mode: 'legacy' },
] as const;

type Mode = (typeof REVISIONS)[number]['mode'];

/** An assistant, as the SDK's own client is one. Whoever opens it closes it. */
export async function openAssistant(
  url: string,
  mode: Mode,
  headers: Readonly<Record<string, string>> = {},
): Promise<Client> {
  const client = new Client({ name: 'essai', version: '1.0.0' }, { versionNegotiation: { mode } });
  await client.connect(
    new StreamableHTTPClientTransport(new URL(`${url}/mcp`), { requestInit: { headers } }),
  );
  return client;
}

/** What a tool answered. */
export interface Told {
  readonly data?: Readonly<Record<string, unknown>> | null;
  readonly citations: readonly {
    readonly origine: string;
    readonly document: string | null;
    readonly lignes: string | null;
  }[];
  readonly conflits: readonly {
    readonly code: string;
    readonly cotes: readonly { readonly dit: string }[];
  }[];
  readonly absences: readonly {
    readonly motif: string;
    readonly doitRepondre: { readonly code: string } | null;
    readonly chemins: readonly string[];
  }[];
  readonly demonstration: boolean;
  readonly avertissement: string | null;
  readonly adresse: string;
  readonly asOf: string | null;
  readonly suite: string | null;
  readonly verdict?: string;
  readonly versions?: Readonly<Record<string, string>>;
  readonly changement?: { readonly acte: { readonly natureActe: string } | null } | null;
  readonly outils?: readonly { readonly nom: string }[];
}

/** Calls a tool that is to answer. */
export async function tell(client: Client, name: string, given: Record<string, unknown>): Promise<Told> {
  const { structuredContent, isError, content } = await client.callTool({ name, arguments: given });
  if (isError) throw new Error(JSON.stringify(content));
  return structuredContent as unknown as Told;
}

/** Calls a tool that is to refuse, and gives what it says. */
export async function refusalOf(
  client: Client,
  name: string,
  given: Record<string, unknown>,
): Promise<string> {
  const { isError, content } = await client.callTool({ name, arguments: given });
  if (!isError) throw new Error(`${name} answered`);
  return content.map((part) => (part.type === 'text' ? part.text : '')).join('\n');
}
