import { getNamedType, isObjectType } from 'graphql';
import { contract } from '../contract.js';

/** What is said of people and of what they know, and is changed: it is left out where two worlds are compared. */
const changed = new Set(['Capacity', 'Kind']);
/** Fields that say how many or which of each capacity or kind there are. What they say follows what is changed; how they stand is held elsewhere. */
export const aboutSpread: Readonly<Record<string, string>> = {
  'Balance.kinds': 'how many of each kind', 'Balance.kindNotStated': 'how many of no kind', 'Balance.capacities': 'how many in each capacity', 'Balance.missing': 'kinds that nobody brought',
  'CapacityCount.kinds': 'how many of each kind', 'ActorCount.kinds': 'how many of each kind',
  'PageBalance.kinds': 'how many of each kind', 'PageBalance.capacities': 'how many in each capacity',
  'ComparedKinds.came': 'kinds', 'ComparedKinds.went': 'kinds', 'ComparedKinds.stayed': 'kinds',
};
/** Whoever changes what the ledger holds is found out; and it is looked at by the clock. */
const ofTheLedger = new Set(['Receipt.stands', 'Ledger.lastCheck']);
/** Titles in one’s own words, and when one came. */
const ofOneself = new Set(['Participation.knows', 'PagePerson.knows', 'Participation.since', 'PagePerson.since', 'Gap.capacity', 'ExamplePerson.about']);

/** An answer without what was changed; the lists, their order and all else stay. */
export function masked(value: unknown): unknown {
  if (Array.isArray(value)) return value.filter((one) => !isCapacityGap(one)).map(masked);
  if (typeof value !== 'object' || value === null) return value;
  const record = value as Record<string, unknown>;
  const type = contract.getType(String(record['__typename']));
  return Object.fromEntries(
    Object.entries(record).map(([key, inner]) => {
      const field = isObjectType(type) ? type.getFields()[key] : undefined;
      const name = isObjectType(type) ? `${type.name}.${key}` : key;
      if (name in aboutSpread || ofOneself.has(name) || ofTheLedger.has(name) || (field !== undefined && changed.has(getNamedType(field.type).name))) return [key, '·'];
      // The installation looks at itself by the clock, a minute after its start too.
      if (key === 'equalCheck') return [key, '·'];
      // Within what has no types of its own, such as the details of an act.
      if (field === undefined && ['capacity', 'kinds', 'knows'].includes(key)) return [key, '·'];
      return [key, masked(inner)];
    }),
  );
}

const isCapacityGap = (one: unknown): boolean => typeof one === 'object' && one !== null && (one as { code?: string }).code === 'capacity-missing';

const words = 'forskare|tjänsteperson|boende|fakta|förståelse|färdighet|förtrogenhet|researcher|official|resident|facts|understanding|skill|familiarity';

/** The same of a file that is taken along: words for capacities and kinds, when it was made, and its signature. */
export function maskedFile(text: string): string {
  return text
    .replace(new RegExp(`\\b(${words})\\b`, 'gi'), '·')
    .replace(/·((, | och | and |\s)·)+/g, '·')
    .replace(/"(RESEARCHER|OFFICIAL|RESIDENT|FACTS|UNDERSTANDING|SKILL|FAMILIARITY)"/g, '"·"')
    .replace(/"kinds":\s*\[[^\]]*\]/g, '"kinds":[]')
    .replace(/"(made|value)":\s*"[^"]*"/g, '"$1":"·"');
}
