import { isForPages } from '@palier/pages/page-operations';
import { type ReactElement, useId } from 'react';
import { holdsWords } from '../base/holds-words.ts';
import { type RegisteredOperation, useToldOperations } from './registered-operations.ts';

interface OperationListProps {
  readonly search: string;
  readonly onOpen: (operation: RegisteredOperation) => void;
}

/** The operations that the gateway has registered, and says with what each is for; those of its own pages last. */
export default function OperationList({ search, onOpen }: OperationListProps): ReactElement | null {
  const told = useToldOperations();
  if (told === undefined) return <p role="status">Un instant…</p>;
  const { operations, refusal } = told;
  if (refusal !== undefined)
    return <p role="status">Les opérations enregistrées ne sont pas lues. {refusal}</p>;
  const found = operations.filter(({ nom, description }) => holdsWords(`${nom} ${description}`, search));
  const ofPages = found.filter(({ nom }) => isForPages(nom));
  const others = found.filter(({ nom }) => !isForPages(nom));
  return (
    <>
      {found.length === 0 && <p>Aucune opération enregistrée ne contient ces mots.</p>}
      <Group name="Pour qui interroge" operations={others} onOpen={onOpen} />
      <Group name="Pour les pages et le tableau de bord" operations={ofPages} onOpen={onOpen} />
    </>
  );
}

function Group({
  name,
  operations,
  onOpen,
}: Pick<OperationListProps, 'onOpen'> & {
  readonly name: string;
  readonly operations: readonly RegisteredOperation[];
}): ReactElement | null {
  const id = useId();
  if (operations.length === 0) return null;
  return (
    <section aria-labelledby={id}>
      <h3 id={id}>{name}</h3>
      <ul>
        {operations.map((operation) => (
          <li key={operation.nom}>
            <button type="button" className="question" onClick={() => onOpen(operation)}>
              <b>{operation.nom}</b>
              <span>{operation.description}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
