import { useState, type Key } from 'react';
import { Button as AriaButton, ComboBox, FieldError, Input, Label, ListBox, ListBoxItem, Popover, Text } from 'react-aria-components';
import { Aria } from '../kit/Aria';
import { graphql, useAsk } from '../lib/graph';
import { useWords } from '../lib/words';
import './picker.css';

const Search = graphql(`
  query SearchOrganisations($search: String!) {
    organisations(search: $search, first: 8) { id name parent { id name } }
  }
`);

/** An organisation that was picked: one that is known, or a new one by its name. */
export type Picked = { readonly id: string; readonly name: string; readonly parentName: string | null } | { readonly id: null; readonly name: string };

const newKey = 'new';

interface Picker {
  readonly label: string;
  readonly hint?: string;
  /** What is to be mended in what was written. */
  readonly error?: string | undefined;
  readonly taken: readonly string[];
  readonly allowNew?: boolean;
  readonly onPick: (picked: Picked) => void;
  /** What is written and not picked yet. */
  readonly onWritten?: (written: string) => void;
}

/** Picks an organisation by name from the third letter on; one that is not there can be added. */
export function OrganisationPicker({ label, hint, error, taken, allowNew = true, onPick, onWritten }: Picker) {
  const { t } = useWords();
  const [written, setText] = useState('');
  const setWritten = (text: string) => {
    setText(text);
    onWritten?.(text.trim());
  };
  const search = written.trim();
  const enough = search.length >= 3;
  const { data } = useAsk(Search, { search }, { pause: !enough });
  const found = enough ? (data?.organisations ?? []).filter(({ id }) => !taken.includes(id)) : [];
  const exact = found.some(({ name }) => name.toLowerCase() === search.toLowerCase());
  const items: { id: string; name: string; of: string | null; isNew: boolean }[] = found.map(({ id, name, parent }) => ({ id, name, of: parent?.name ?? null, isNew: false }));
  if (enough && allowNew && !exact) items.push({ id: newKey, name: search, of: null, isNew: true });
  const pick = (key: Key | null) => {
    const item = items.find(({ id }) => id === key);
    if (item === undefined) return;
    onPick(item.isNew ? { id: null, name: item.name } : { id: item.id, name: item.name, parentName: item.of });
    setWritten('');
  };
  return (
    <Aria>
      <ComboBox
        className="field"
        inputValue={written}
        onInputChange={setWritten}
        selectedKey={null}
        onSelectionChange={pick}
        items={items}
        allowsEmptyCollection={enough}
        menuTrigger="input"
        allowsCustomValue
        isInvalid={error !== undefined}
      >
        <Label className="field-label">{label}</Label>
        <Text slot="description" className="field-hint">
          {hint ?? t('core.search-three')}
        </Text>
        <div className="picker-box">
          <Input className="input" dir="auto" />
          <AriaButton className="unseen">{t('core.search')}</AriaButton>
        </div>
        <FieldError className="field-error">{error}</FieldError>
        <Popover className="picker-list">
          <ListBox<(typeof items)[number]> className="picker-options" renderEmptyState={() => <p className="picker-none">{t('core.nothing-found')}</p>}>
            {(item) => (
              <ListBoxItem id={item.id} textValue={item.name} className="picker-option">
                {item.isNew ? t('core.add-new', { name: item.name }) : item.name}
                {item.of === null ? null : <span className="small soft"> {t('core.part-of', { name: item.of })}</span>}
              </ListBoxItem>
            )}
          </ListBox>
        </Popover>
      </ComboBox>
    </Aria>
  );
}
