import { createFederationExecutor } from '@palier/federation/executor/create-executor';
import { readGatewayEnvironment } from '@palier/gateway/environment';
import { openGateway } from '@palier/gateway/testing/open-gateway';
import { expect, it } from 'vitest';
import { composeClaim, listClaims } from './claim.ts';
import { differences } from './compare.ts';
import { FreshSubgraphs } from './fresh-graph.ts';

const CLAIM = listClaims().find(({ name }) => name === 'overridden-field-under-a-label')!;

it.each(CLAIM.cases.map((testCase) => [testCase.name, testCase] as const))(
  'a gateway told its labels by PALIER_ACTIVE_LABELS: %s',
  async (_name, { query, request, expected }) => {
    const subgraphs = new FreshSubgraphs(CLAIM);
    await subgraphs.renew();
    const callers = subgraphs.callers();
    const calls: Record<string, number> = {};
    const { settings } = readGatewayEnvironment({ PALIER_ACTIVE_LABELS: (request.labels ?? []).join(', ') });
    const gateway = await openGateway({
      ...settings,
      planning: { place: createFederationExecutor, timeoutMs: 1_000 },
      supergraph: { sdl: composeClaim(CLAIM, (name) => `http://${name}.test`) },
      callers: ({ name }) => ({
        call(asked) {
          calls[name] = (calls[name] ?? 0) + 1;
          return callers.get(name)!.call(asked);
        },
      }),
    });
    const answer = await gateway.execute({ query });
    expect(differences({ answer: answer as never, calls }, expected)).toEqual([]);
    await gateway.stop();
  },
);
