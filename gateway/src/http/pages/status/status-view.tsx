import type { ComponentChildren, VNode } from 'preact';
import type { DegradedPart } from '../../steps/health.ts';
import { namesOfLevel } from '@palier/calls/level-names';
import { sayInstantHere } from '@palier/calls/say-instant';
import type { PartState, Status } from './read-status.ts';

const DEGRADED: Readonly<Record<DegradedPart, string>> = {
  identite: 'La vérification des identités',
  audit: 'Le journal d’audit',
};

export interface StatusViewProps extends Status {
  readonly readAt: Date;
}

/** The state of the graph for people. */
export function StatusView({ isReady, degraded, parts, facts, readAt }: StatusViewProps): VNode {
  return (
    <>
      <h1>État</h1>
      <p class={isReady ? 'good' : 'bad'}>
        <strong>
          {isReady ? 'Le graphe répond.' : 'Le graphe ne répond pas aux questions en ce moment.'}
        </strong>
      </p>
      {degraded.map((part) => (
        <p key={part} class="bad">
          {DEGRADED[part]} ne fonctionne pas en ce moment.
        </p>
      ))}
      <p class="soft">
        Lu le {sayInstantHere(readAt)}. Pour un programme : <a href="/health">/health</a>.
      </p>
      {parts === undefined ? (
        <p>Le détail ne se lit que là où chacun peut interroger tout le graphe.</p>
      ) : (
        <StateTable title="Les paliers" rows={parts.map(toRow)} />
      )}
      {facts && (
        <StateTable title="Ce qu’il sert" rows={facts.map(({ subject, said }) => [subject, said] as const)} />
      )}
    </>
  );
}

const capitalize = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

const toRow = ({ name, answers, said }: PartState): readonly [string, VNode] => [
  capitalize(namesOfLevel(name)?.nom ?? name),
  <span class={answers ? 'good' : 'bad'}>{said}</span>,
];

interface StateTableProps {
  readonly title: string;
  readonly rows: readonly (readonly [string, ComponentChildren])[];
}

function StateTable({ title, rows }: StateTableProps): VNode {
  return (
    <>
      <h2>{title}</h2>
      <table class="state">
        <tbody>
          {rows.map(([head, cell]) => (
            <tr key={head}>
              <th scope="row">{head}</th>
              <td>{cell}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
