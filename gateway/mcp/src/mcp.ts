import { Refusal } from '@palier/gateway/errors/errors';
import type { Answer, Mount } from '@palier/gateway/http/mount';
import { createMcpServing, type Serving } from './serve-request.ts';

/**
 * `POST /mcp`: the Model Context Protocol, for assistants. Each registered operation is a tool that only reads; all goes through
 * the graph, as anyone else would ask it.
 */
export function openMcp(): readonly Mount[] {
  const serve = createMcpServing();
  return [
    {
      path: '/mcp',
      method: 'POST',
      reach: 'BELOW_AND_CONTRACTS',
      only: 'READS',
      async answer(request) {
        if (request.below !== '') throw new Refusal('ADRESSE_INCONNUE');
        const serving: Serving = { request, body: await request.readJsonObject() };
        const response = await serve(serving);
        if (serving.fault !== undefined) throw serving.fault;
        return toAnswer(response);
      },
    },
  ];
}

async function toAnswer(response: Response): Promise<Answer> {
  const type = response.headers.get('content-type');
  return {
    status: response.status,
    headers: { ...(type !== null && { 'content-type': type }), 'cache-control': 'no-store' },
    body: await response.text(),
  };
}
