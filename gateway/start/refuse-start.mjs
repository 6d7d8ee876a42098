import { existsSync, readFileSync } from 'node:fs';
import { URL, fileURLToPath } from 'node:url';

/** What this program runs on, as its package says, by the first version of each line: « 20.20.0 », « 22.13.0 », then all from 24. */
const [OLD, MIDDLE, NEW] = JSON.parse(
  readFileSync(new URL('../../package.json', import.meta.url), 'utf8'),
).engines.node.match(/\d+(\.\d+)*/g);

/** Ends where Palier would fail later, in words of the system's own. */
export function refuseWrongPlace({ platform, versions } = process) {
  if (platform === 'win32')
    end(
      'Palier ne tourne pas sous Windows lui-même : ouvrez WSL 2 et placez-y le dossier, sur son propre disque.',
    );
  const isTaken =
    isSince(versions.node, NEW) || [OLD, MIDDLE].some((first) => isOfLine(versions.node, first));
  if (!isTaken)
    end(
      `Node ${versions.node} ne convient pas : prenez Node ${OLD} ou une version 20 plus récente, ${MIDDLE} ou une version 22 plus récente, ou ${NEW} et plus.`,
    );
}

/** @param {string} program */
export function refuseWrongWords(program) {
  const path = fileURLToPath(new URL(`../../${program}`, import.meta.url));
  if (!program.startsWith('-') && program.endsWith('.ts') && existsSync(path)) return;
  end(
    `« ${program} » n’est pas compris : « npm start » ne prend aucun mot. Le port, le dossier et le reste se donnent par des variables : PORT=5000 npm start ; docs/exploitation.md les liste.`,
  );
}

/** Of what is set for Palier, what no program of it reads: a slip of the hand would else change nothing, and nothing would say so. */
export function listUnreadVariables(variables) {
  const example = readFileSync(new URL('../../.env.example', import.meta.url), 'utf8');
  const known = new Set(example.match(/^[A-Z_]+(?==)/gm));
  return Object.keys(variables)
    .filter((name) => name.startsWith('PALIER_') && !known.has(name))
    .map((name) => {
      const meant = name.slice('PALIER_'.length);
      const instead = known.has(meant) ? `\u00a0: ${meant} est son nom` : '';
      return `${name} n’est lue par aucun programme de Palier${instead}. docs/exploitation.md liste les variables.`;
    });
}

const isOfLine = (version, first) => majorOf(version) === majorOf(first) && isSince(version, first);
const majorOf = (version) => Number(version.split('.')[0]);

function isSince(version, first) {
  const [given, least] = [version, first].map((text) => text.split('.').map(Number));
  const at = least.findIndex((part, index) => part !== given[index]);
  return at === -1 || given[at] > least[at];
}

function end(sentence) {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}
