import type { Capacity, Visibility } from '@samsyn/domain/shared/enums';
import type { VariablesOf } from '../../lib/graph';
import { addressesIn } from '../addressesIn';
import type { FormAlliance } from './formAlliance';

/** An organisation the alliance touches: a known one, or a new one and what it belongs to. */
export interface Touched {
  readonly id: string | null;
  readonly name: string;
  readonly parentId: string | null;
  readonly parentName: string | null;
}

/** What has been written so far on the way to an alliance. */
export interface Forming {
  readonly worry: string;
  readonly touched: readonly Touched[];
  readonly name: string;
  readonly purpose: string;
  readonly groundRules: string;
  readonly visibility: Visibility;
  readonly second: string;
  readonly emails: string;
  readonly capacity: Capacity | null;
  readonly knows: string;
}

/** Nothing written yet. */
export const nothing: Forming = {
  worry: '',
  touched: [],
  name: '',
  purpose: '',
  groundRules: '',
  visibility: 'OPEN',
  second: '',
  emails: '',
  capacity: null,
  knows: '',
};

/** What is sent when the alliance is formed. */
export function inputOf(forming: Forming, language: 'sv' | 'en'): VariablesOf<typeof FormAlliance>['input'] {
  const second = addressesIn(forming.second).right[0];
  const emails = new Set(addressesIn(forming.emails).right);
  if (second !== undefined) emails.add(second);
  return {
    name: forming.name,
    worry: forming.worry,
    purpose: forming.purpose,
    groundRules: forming.groundRules,
    visibility: forming.visibility,
    language,
    organisationIds: forming.touched.flatMap(({ id }) => (id === null ? [] : [id])),
    newOrganisations: forming.touched.flatMap(({ id, name, parentId, parentName }) => (id === null ? [{ name, parentId, parentName: parentId === null ? parentName : null }] : [])),
    capacity: forming.capacity,
    knows: forming.knows,
    emails: [...emails],
    secondCoordinatorEmail: second ?? null,
  };
}
