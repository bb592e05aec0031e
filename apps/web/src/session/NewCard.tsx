import { useEffect, useRef } from 'react';
import { Refusal } from '../kit/Refusal';
import { useDo, type ResultOf } from '../lib/graph';
import { useWords } from '../lib/words';
import { useState } from 'react';
import { CardShown, MakeCard } from './CardShown';

/** Right after a guest has joined: their card, shown once. It asks for nothing and stands in nobody's way. */
export function NewCard() {
  const { t, language } = useWords();
  const { do: act, no } = useDo(MakeCard);
  const begun = useRef(false);
  const [made, setMade] = useState<ResultOf<typeof MakeCard> | null>(null);
  useEffect(() => {
    // Another card would make this one worthless.
    if (begun.current) return;
    begun.current = true;
    void act({ language }).then(setMade);
  }, [act, language]);
  return (
    <section className="stack-tight rule new-card" aria-labelledby="new-card">
      <h2 id="new-card">{t('ways.new-card')}</h2>
      <p>{t('ways.new-card-how')}</p>
      <Refusal no={no} />
      {made === null ? null : <CardShown card={made.makeCard} />}
    </section>
  );
}
