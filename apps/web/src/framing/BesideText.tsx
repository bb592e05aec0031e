import { lazy, Suspense, useMemo, useState, type ComponentType, type ReactNode } from 'react';
import { useSearch } from 'wouter';
import { Bones } from '../kit/Page';
import { Select } from '../kit/Select';
import type { Dress, LayerName, LayerProps } from '../lib/beside';
import { useWords } from '../lib/words';
import type { FramingShown } from './framingQuery';
import { ReadText } from './ReadText';

/** Something that can be shown beside the text; it is fetched when somebody wants to see it. */
export interface Layer {
  readonly name: LayerName;
  readonly bring: () => Promise<ComponentType<LayerProps>>;
}

/** The text to be read, and beside it what one asks for: one thing at a time, and nothing until one does. */
export function BesideText({ framing, layers }: { framing: FramingShown; layers: readonly Layer[] }) {
  const { t } = useWords();
  // A link may lead to the text with something beside it.
  const asked = new URLSearchParams(useSearch()).get('beside');
  const [chosen, choose] = useState<LayerName | ''>(() => layers.find(({ name }) => name === asked)?.name ?? '');
  const shown = useMemo(() => new Map(layers.map(({ name, bring }) => [name, lazy(() => bring().then((Shown) => ({ default: Shown })))])), [layers]);
  const Shown = chosen === '' ? undefined : shown.get(chosen);
  const plain = <ReadText content={framing.reading.content} />;
  const dressed = (dress: Dress): ReactNode => (
    <>
      {dress.before}
      <ReadText content={dress.content ?? framing.reading.content} dress={dress} />
      {dress.after}
    </>
  );
  return (
    <>
      {layers.length === 0 ? null : (
        <div className="beside-choice">
          <Select
            label={t('framing.beside')}
            none={t('framing.beside.none')}
            choices={layers.map(({ name }) => ({ value: name, label: t(`framing.beside.${name}`) }))}
            chosen={chosen}
            onChange={choose}
          />
        </div>
      )}
      {Shown === undefined ? (
        plain
      ) : (
        // The text stands while what is beside it is on its way.
        <Suspense
          fallback={
            <>
              {plain}
              <Bones />
            </>
          }
        >
          <Shown framing={framing}>{dressed}</Shown>
        </Suspense>
      )}
    </>
  );
}
