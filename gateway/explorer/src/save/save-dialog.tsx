import { useGraphiQL } from '@graphiql/react';
import { type ReactElement, useEffect, useId, useMemo, useRef, useState } from 'react';
import { useToldOperations } from '../operations/registered-operations.ts';
import { keepFile } from '../base/keep-file.ts';
import { type CheckedOperation, checkOperation } from './check-operation.ts';
import { SAVING } from './saving.ts';

/** Saves the query of the open tab as a file for `schema/operations/`, named as it must be; else says why not. */
export default function SaveDialog(): ReactElement {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  const [description, setDescription] = useState('');
  const queryEditor = useGraphiQL((state) => state.queryEditor);
  const schema = useGraphiQL((state) => state.schema);
  const told = useToldOperations();
  const [text] = useState(() => queryEditor?.getValue() ?? '');
  useEffect(() => {
    dialog.current?.showModal();
  }, []);
  const checked = useMemo<CheckedOperation>(
    () =>
      schema == null
        ? { reasons: ['Le schéma n’est pas encore lu.'] }
        : checkOperation({ text, description, schema, told }),
    [text, description, schema, told],
  );
  return (
    <dialog ref={dialog} className="save" aria-labelledby={id} onClose={() => SAVING.set(false)}>
      <h2 id={id}>Enregistrer cette requête</h2>
      <p>
        Un fichier de <code>schema/operations/</code> est une opération enregistrée : elle a son nom, une
        adresse en chaque format sous <code>/q</code>, et un plan prêt d’avance.
      </p>
      {!text.trimStart().startsWith('#') && (
        <>
          <label htmlFor={`${id}-said`}>Ce qu’elle donne, en une phrase</label>
          <textarea
            id={`${id}-said`}
            rows={3}
            value={description}
            onChange={({ currentTarget }) => setDescription(currentTarget.value)}
          />
        </>
      )}
      <Verdict checked={checked} />
      <p className="actions">
        {'file' in checked && (
          <button type="button" onClick={() => keepFile(new Blob([checked.text]), checked.file)}>
            Télécharger {checked.file}
          </button>
        )}
        <button type="button" onClick={() => dialog.current?.close()}>
          Fermer
        </button>
      </p>
    </dialog>
  );
}

function Verdict({ checked }: { readonly checked: CheckedOperation }): ReactElement {
  if ('file' in checked)
    return (
      <p role="status">
        Déposez <b>{checked.file}</b> dans <code>schema/operations/</code>, puis{' '}
        <code>npm run schema:check</code>.
        {checked.isMutation &&
          ' C’est un acte : il n’aura pas d’adresse, une adresse ne fait que lire. Les noms des actes enregistrés ne sont pas énumérés : la commande dit si celui-ci est pris.'}
        {!checked.isMutation &&
          checked.doubt !== undefined &&
          ` Les opérations enregistrées ne sont pas lues : la commande dit si ce nom est pris. ${checked.doubt}`}
      </p>
    );
  return (
    <div role="status">
      <p>Elle ne peut pas encore l’être :</p>
      <ul>
        {checked.reasons.map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
      </ul>
    </div>
  );
}
