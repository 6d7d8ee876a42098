import { getNamedType, isObjectType, type FieldNode, type GraphQLOutputType } from 'graphql';
import { field, type Fields } from '@palier/adresses/with-sources';

/** Names under which an answer says what is missing, and which texts contradict each other. */
export const ABSENCE = '_palierAbsence';
export const CONFLICTS = '_palierEcarts';

/** What an object says, asked or not, of what it lacks and of what the texts disagree about. A contract may hide any of it. */
export function claimMarksOf({ absence, ecarts }: Fields): readonly FieldNode[] {
  const marks: FieldNode[] = [];
  if (absence?.args.length === 0) marks.push(...selectAbsence(absence.type));
  if (ecarts?.args.length === 0)
    marks.push(...select(CONFLICTS, 'ecarts', ecarts.type, ['code', 'titre'], selectSides(ecarts.type)));
  return marks;
}

function selectAbsence(type: GraphQLOutputType): readonly FieldNode[] {
  const fields = fieldsOf(type);
  if (fields?.['motif'] === undefined) return [];
  const owing = ['doitRepondre', 'mandat'].flatMap((name) => {
    const inner = fields[name];
    return inner ? select(undefined, name, inner.type, LABELS) : [];
  });
  const origine = fields['origine'] ? [field(undefined, 'origine')] : [];
  return [field(ABSENCE, 'absence', [...origine, field(undefined, 'motif'), ...owing])];
}

/** What each side of a contradiction says: neither is told without the other. */
function selectSides(type: GraphQLOutputType): readonly FieldNode[] {
  const cotes = fieldsOf(type)?.['cotes'];
  const side = cotes && fieldsOf(cotes.type);
  if (!side?.['source'] || !side['dit']) return [];
  return [field(undefined, 'cotes', [field(undefined, 'source'), field(undefined, 'dit')])];
}

/** What a code is read by. */
const LABELS = ['code', 'nom', 'enonce'];

function select(
  alias: string | undefined,
  name: string,
  type: GraphQLOutputType,
  wanted: readonly string[],
  more: readonly FieldNode[] = [],
): readonly FieldNode[] {
  const fields = fieldsOf(type);
  if (fields?.['code'] === undefined) return [];
  return [
    field(alias, name, [
      ...wanted.filter((leaf) => fields[leaf]).map((leaf) => field(undefined, leaf)),
      ...more,
    ]),
  ];
}

function fieldsOf(type: GraphQLOutputType): Fields | undefined {
  const named = getNamedType(type);
  return isObjectType(named) ? named.getFields() : undefined;
}
