import type { CreateResolvers } from '../claim.ts';

interface Clinic {
  readonly id: string;
  code: string | null;
  readonly beds: number;
  readonly tags: readonly string[] | null;
  readonly phones: readonly (readonly (string | null)[] | null)[] | null;
  readonly doctors: readonly string[];
  readonly parent: string | null;
}

const createClinics = (): Clinic[] => [
  {
    id: 'c1',
    code: 'N',
    beds: 10,
    tags: ['a', 'b'],
    phones: [['1', null], null],
    doctors: ['d1', 'd2'],
    parent: null,
  },
  { id: 'c2', code: 'S', beds: 20, tags: [], phones: [], doctors: ['d1', 'd3', 'd1'], parent: 'c1' },
  { id: 'c3', code: null, beds: 30, tags: null, phones: null, doctors: ['d2'], parent: 'c2' },
];
const regions: Readonly<Record<string, string | null>> = { c1: '06', c2: null };
const years: Readonly<Record<string, number>> = { d1: 1, d2: 20, d3: 30 };

type Args = Readonly<Record<string, unknown>>;
interface Doctor {
  readonly id: string;
  readonly years?: number;
}

export const createResolvers: CreateResolvers = () => {
  const clinics = createClinics();
  const clinicOf = (id: string | null) => clinics.find((clinic) => clinic.id === id) ?? null;
  const doctors = (ids: readonly string[]) => ids.map((id) => ({ id }));
  return {
    clinics: {
      Query: {
        clinic: (_: unknown, { id }: { id: string }) => clinicOf(id),
        clinics: () => [...clinics, null],
        floors: () => [[clinics[0], clinics[1]], [clinics[1]]],
      },
      Mutation: {
        rename(_: unknown, { id, code }: { id: string; code: string }) {
          const clinic = clinicOf(id);
          if (clinic) clinic.code = code;
          // What was said before must not change when the next is renamed.
          return clinic && { ...clinic };
        },
      },
      Clinic: {
        __resolveReference: ({ id }: { id: string }) => clinicOf(id),
        region: () => 'not of this subgraph',
        beds: ({ beds }: Clinic, { kind }: { kind?: number }) => beds + (kind ?? 0),
        desk: ({ phones }: Clinic) => phones?.[0] && { phone: phones[0][0] },
        desks: ({ phones }: Clinic) => phones?.map((row) => row?.map((phone) => ({ phone }))),
        head: ({ doctors: ids }: Clinic) => ({ id: ids[0] }),
        doctors: ({ doctors: ids }: Clinic) => doctors(ids),
        parent: ({ parent }: Clinic) => clinicOf(parent),
        wing: ({ id, code }: Clinic) => ({ id, code: code && `${code}-wing` }),
      },
      Wing: { doctors: ({ id }: { id: string }) => doctors(clinicOf(id)?.doctors ?? []) },
      Doctor: {
        __resolveReference: (given: Doctor) => ({ ...given }),
        badge: ({ id }: Doctor, { place, prefix }: Args) => `${prefix ?? ''}${id}@${place}`,
        sure: ({ id }: Doctor, { place }: Args) =>
          place === 'S' && id === 'd3' ? new Error('no badge') : `${id}@${place}`,
        zone: ({ id }: Doctor, { region }: Args) => `${id} in ${region}`,
        few: (_: Doctor, { beds }: Args) => beds,
        many: (_: Doctor, { beds }: Args) => beds,
        labels: (_: Doctor, { tags }: Args) => JSON.stringify(tags),
        call: (_: Doctor, { phone }: Args) => String(phone),
        calls: (_: Doctor, { phones }: Args) => JSON.stringify(phones),
        rank: ({ years: given }: Doctor, { place }: Args) => `${given} years at ${place}`,
        both: (_: Doctor, { place, beds }: Args) => `${place} ${beds}`,
        colleague: ({ id }: Doctor) => (id === 'd1' ? { id: 'd2' } : null),
      },
    },
    registry: {
      Clinic: {
        __resolveReference: ({ id }: { id: string }) => (id in regions ? { id } : null),
        region: ({ id }: { id: string }) => (id === 'c2' ? new Error('no region') : regions[id]),
        director: ({ id }: { id: string }) => ({ id: id === 'c1' ? 'd3' : 'd1' }),
      },
      Doctor: {
        __resolveReference: ({ id }: { id: string }) => ({ id }),
        years: ({ id }: { id: string }) => years[id],
      },
    },
  };
};
