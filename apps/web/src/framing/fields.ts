import { limitOf } from '@samsyn/domain/framing/framing';
import { framingFields, type FramingField } from '@samsyn/domain/shared/enums';
import { fieldTexts } from '@samsyn/domain/writing/textShape';
import type { Words } from '../lib/words';

/** The bounds of a framing, in the order they are read. */
export const bounds = framingFields.filter((field) => field !== 'NAME');

/** Where a field is in the API's answer and in the shared document. */
export const placeOfField = fieldTexts;

/** The field that has its text under this name. */
export function fieldOfPlace(place: string): FramingField {
  return framingFields.find((field) => fieldTexts[field] === place) ?? 'NAME';
}

/** A field with its words, for the desk where it is written. */
export function fieldsForDesk({ t }: Words) {
  return framingFields.map((field) => ({
    place: fieldTexts[field],
    label: t(`framing.field.${field}`),
    hint: t(`framing.ask.${field}`),
    max: limitOf(field),
    name: field === 'NAME',
  }));
}
