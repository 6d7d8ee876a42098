import { EnvironmentFault } from '@palier/gateway/environment';
import { openDatabase } from '@palier/runtime/database';
import { type LevelGrants, prepareBase } from '@palier/runtime/level-roles';
import { readBaseEnvironment } from './environment.ts';
import { LEVELS } from './house/levels.ts';
import { type Command, readArguments, type Terminal } from './commands/run-command.ts';

/** `npm run base`: makes or updates what the levels need of a PostgreSQL server, with the rights of who administers it. */
const HELP = `Usage : npm run base

Prépare le serveur PostgreSQL de DATABASE_URL, l’adresse de qui l’administre : les schémas et les tables des paliers, leurs
données de naissance, un rôle par palier, et ce que chacun peut faire. À relancer à chaque nouvelle version ; une seconde fois
ne change rien.

  PALIER_ROLES   noms des rôles : « msss=palier_msss,sante-quebec=…,etablissements=… »
  --aide         cette page

Chaque palier démarre ensuite sous son rôle : DATABASE_URL_MSSS, DATABASE_URL_SANTE_QUEBEC, DATABASE_URL_ETABLISSEMENTS.
Code de sortie : 0 si tout est prêt, 1 si le serveur refuse, 2 si l’appel est mauvais.
`;

const WORDS = {
  failed: 'La préparation a échoué.',
  denied:
    'Cet utilisateur n’administre pas cette base. Il faut pouvoir y créer des schémas et des rôles, et posséder ceux des paliers. Rien n’a été donné.',
};

export const BASE: Command = {
  words: WORDS,
  failedCode: 1,
  run: (terminal) => {
    const { values, positionals } = readArguments(terminal.args, {}, badCall);
    if (positionals.length > 0) throw badCall();
    return values.aide ? HELP : prepare(terminal);
  },
};

function badCall(): EnvironmentFault {
  return new EnvironmentFault(['Cet appel n’est pas compris : « npm run base -- --aide » dit comment.']);
}

async function prepare({ variables, stdout }: Terminal): Promise<number> {
  const names = LEVELS.map(({ name }) => name);
  const { url, roles } = readBaseEnvironment(variables, names);
  const database = await openDatabase({ kind: 'server', url });
  try {
    const levels = LEVELS.map((definition) => ({ definition, role: roles[definition.name] ?? '' }));
    const grants = await prepareBase(database.kysely, levels);
    stdout.write(`${grants.map(sayGrants).join('\n')}\n${sayNext(grants)}`);
    return 0;
  } finally {
    await database.close();
  }
}

function sayGrants({
  level,
  role,
  roleWasMade,
  ajoutees,
  ajouteesParEtablissement,
  ecrites,
  parEtablissement,
  lues,
}: LevelGrants) {
  const uses = [
    [ajoutees, 'où il ajoute des lignes, sans en changer ni en retirer'],
    [ajouteesParEtablissement, 'où ses actes n’ajoutent que des lignes de leur établissement'],
    [ecrites, 'où ses actes écrivent'],
    [parEtablissement, 'où ses actes n’écrivent que les lignes de leur établissement'],
    [lues, 'qu’il ne fait que lire'],
  ] as const;
  const lines = uses
    .filter(([tables]) => tables.length > 0)
    .map(([tables, use]) => `  ${tables.length} table${tables.length > 1 ? 's' : ''} ${use}`);
  return [`Schéma ${level} : prêt. Rôle ${role} : ${roleWasMade ? 'créé' : 'déjà là'}.`, ...lines].join('\n');
}

function sayNext(grants: readonly LevelGrants[]): string {
  const made = grants.filter(({ roleWasMade }) => roleWasMade).map(({ role }) => role);
  return made.length === 0
    ? ''
    : `${made.join(', ')} : sans mot de passe. Donnez-leur-en un dans psql, par « \\password ${made[0]} », ou une règle de pg_hba.conf.\n`;
}
