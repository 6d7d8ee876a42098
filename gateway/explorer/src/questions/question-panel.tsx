import { type GraphiQLPlugin, useGraphiQLActions } from '@graphiql/react';
import { type ReactElement, useId, useState } from 'react';
import { Late, latePart } from '../base/late.tsx';
import { isNarrow } from '../base/narrow.ts';
import type { RegisteredOperation } from '../operations/registered-operations.ts';
import { isWelcome, WELCOME } from './welcome.ts';
import { findQuestions, type Grouping, type QuestionGroup } from './find-questions.ts';
import { useOpenTab } from './open-tab.ts';
import { PUBLIC_QUESTIONS } from './public-questions.ts';
import { isTabOf, type Question } from './question.ts';

const OperationList = latePart(() => import('../operations/operation-list.tsx'));

export const QUESTION_PLUGIN: GraphiQLPlugin = {
  title: 'Questions',
  icon: QuestionIcon,
  content: QuestionPanel,
};

function QuestionPanel(): ReactElement {
  const [search, setSearch] = useState('');
  const [by, setBy] = useState<Grouping>('theme');
  const [hasOperations, setHasOperations] = useState(false);
  const openTab = useOpenTab();
  const { setVisiblePlugin } = useGraphiQLActions();
  const questions = PUBLIC_QUESTIONS.use();
  const groups = findQuestions(questions, search, by);
  const leave = (): void => {
    if (isNarrow()) setVisiblePlugin(null);
  };
  const open = (question: Question): void => {
    openTab(question.query, (query) => isTabOf(question, query));
    leave();
  };
  const openOperation = ({ requete }: RegisteredOperation): void => {
    openTab(requete, (query) => query === requete);
    leave();
  };
  const openWelcome = (): void => {
    openTab(WELCOME, isWelcome);
    leave();
  };
  return (
    <section className="questions" aria-label="Questions">
      <h2>Questions</h2>
      <p>Chacune ouvre un onglet avec la requête qui y répond. Les opérations enregistrées sont à la fin.</p>
      <button type="button" className="question" onClick={openWelcome}>
        <b>Bienvenue</b> Un territoire, vu des trois paliers.
      </button>
      <Search value={search} onChange={setSearch} />
      <Groupings value={by} onChange={setBy} />
      <p role="status" className="found">
        {search !== '' && sayFound(groups)}
      </p>
      {groups.map((group) => (
        <Group key={group.name} group={group} onOpen={open} />
      ))}
      <details
        className="operations"
        open={hasOperations || search !== ''}
        onToggle={({ currentTarget }) => setHasOperations(currentTarget.open)}
      >
        <summary>Opérations enregistrées</summary>
        {(hasOperations || search !== '') && (
          <Late>
            <OperationList search={search} onOpen={openOperation} />
          </Late>
        )}
      </details>
    </section>
  );
}

function Search({
  value,
  onChange,
}: {
  readonly value: string;
  readonly onChange: (value: string) => void;
}): ReactElement {
  const id = useId();
  return (
    <div className="search">
      <label htmlFor={id}>Chercher une question</label>
      <input
        id={id}
        type="search"
        autoComplete="off"
        placeholder="délai, navigateur, entente…"
        value={value}
        onChange={({ currentTarget }) => onChange(currentTarget.value)}
      />
    </div>
  );
}

function Groupings({
  value,
  onChange,
}: {
  readonly value: Grouping;
  readonly onChange: (value: Grouping) => void;
}): ReactElement {
  const name = useId();
  return (
    <fieldset className="groupings">
      <legend className="visually-hidden">Grouper les questions</legend>
      {Object.entries(GROUPINGS).map(([by, said]) => (
        <label key={by}>
          <input type="radio" name={name} checked={by === value} onChange={() => onChange(by as Grouping)} />
          {said}
        </label>
      ))}
    </fieldset>
  );
}

const GROUPINGS: Readonly<Record<Grouping, string>> = { theme: 'par thème', profil: 'par profil' };

function Group({
  group: { name, questions },
  onOpen,
}: {
  readonly group: QuestionGroup;
  readonly onOpen: (question: Question) => void;
}): ReactElement {
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <h3 id={id}>{capitalize(name)}</h3>
      <ul>
        {questions.map((question) => (
          <li key={question.id}>
            <button type="button" className="question" onClick={() => onOpen(question)}>
              <b>{question.id}</b> {question.question}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function QuestionIcon(): ReactElement {
  return (
    <svg viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth="1.6" strokeLinecap="round">
      <path d="M4 5h16v11h-8l-5 4v-4H4z" strokeLinejoin="round" />
      <path d="M8 9h8M8 12.5h5" />
    </svg>
  );
}

function sayFound(groups: readonly QuestionGroup[]): string {
  const count = groups.reduce((sum, { questions }) => sum + questions.length, 0);
  if (count === 0) return 'Aucune question ne contient ces mots.';
  return count === 1 ? '1 question' : `${count} questions`;
}

const capitalize = (text: string): string => text.charAt(0).toLocaleUpperCase('fr') + text.slice(1);
