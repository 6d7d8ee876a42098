import { useGraphiQL } from '@graphiql/react';
import { writeJson } from '@palier/calls/json/write-json';
import { type ReactElement, useState } from 'react';
import { askGraph, type Answer } from '../base/ask-graph.ts';
import { isRead } from '../result/chosen-operation.ts';
import type { Result } from '../result/answers.ts';
import { useResult } from '../result/results.ts';
import { type HeldToken, identityHeaders } from '../session/session.ts';

interface Said {
  readonly of: Result;
  readonly lines: readonly string[];
}

/** Asks the read that is shown, which was asked by whom is chosen, once more as nobody known, and says what differs. */
export function CompareAnonymous({ identity }: { readonly identity: HeldToken }): ReactElement | null {
  const result = useResult();
  const schema = useGraphiQL((state) => state.schema);
  const [told, setTold] = useState<Said>();
  if (result === undefined || schema == null || !isRead(result.operation)) return null;
  if (result.authorization !== identityHeaders(identity).authorization) return null;
  const compare = async (): Promise<void> => {
    const { operation, instant } = result;
    try {
      const answer = await askGraph(operation, instant === undefined ? {} : { 'palier-au': instant });
      setTold({ of: result, lines: sayDifference(result, answer) });
    } catch (error) {
      setTold({ of: result, lines: [(error as Error).message] });
    }
  };
  const said = told?.of === result ? told.lines : [];
  return (
    <>
      <button type="button" onClick={() => void compare()}>
        Comparer la réponse montrée avec celle d’un anonyme
      </button>
      <div role="status" className="difference">
        {said.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </div>
    </>
  );
}

interface GraphError {
  readonly message?: string;
  readonly path?: readonly (string | number)[];
}

const MOST_SAID = 10;

function sayDifference({ data, errors }: Result, anonymous: Answer): readonly string[] {
  const refused = (anonymous.errors ?? []) as readonly GraphError[];
  const known = new Set((errors as readonly GraphError[]).map(sayError));
  const more = [...new Set(refused.map(sayError))].filter((error) => !known.has(error));
  if (more.length > 0)
    return [
      `Un anonyme reçoit ${more.length === 1 ? 'un refus' : `${more.length} refus`} de plus :`,
      ...more.slice(0, MOST_SAID),
      ...(more.length > MOST_SAID ? ['…'] : []),
    ];
  return [
    writeJson(anonymous.data) === writeJson(data)
      ? 'Un anonyme reçoit la même réponse.'
      : 'Un anonyme reçoit une autre réponse, sans refus : des valeurs y diffèrent.',
  ];
}

const sayError = ({ message = '', path }: GraphError): string =>
  path === undefined ? message : `${path.filter((step) => typeof step === 'string').join('.')} : ${message}`;
