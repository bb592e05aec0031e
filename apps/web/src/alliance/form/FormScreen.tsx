import { useLocation, useSearch } from 'wouter';
import { Link } from '../../kit/Link';
import { Notice } from '../../kit/Notice';
import { Page } from '../../kit/Page';
import { useDraft } from '../../lib/draft';
import { useHere } from '../../lib/here';
import { useWords } from '../../lib/words';
import { AgreedStep } from './AgreedStep';
import { Formed } from './Formed';
import { nothing } from './forming';
import { PeopleStep } from './PeopleStep';
import { TouchedStep } from './TouchedStep';
import { WorryStep } from './WorryStep';
import './form.css';

const steps = [
  { title: 'form.worry-title', Shown: WorryStep },
  { title: 'form.touched-title', Shown: TouchedStep },
  { title: 'form.agreed-title', Shown: AgreedStep },
  { title: 'form.people-title', Shown: PeopleStep },
] as const;

/** Forms an alliance in four short steps. What is written is kept in this tab until the alliance stands. */
export function FormScreen() {
  const { t } = useWords();
  const { me } = useHere();
  const [, go] = useLocation();
  const search = new URLSearchParams(useSearch());
  const [forming, change, clear] = useDraft('form', nothing);
  // What was kept belongs to somebody; until it is known who is here, no step can be told.
  if (me === undefined) return <Page title={undefined} />;
  const formed = search.get('formed');
  if (formed !== null) return <Formed id={formed} />;
  const asked = Math.min(Math.max(Number(search.get('step') ?? '1') || 1, 1), steps.length);
  // A step further on needs the worry of the first.
  const at = forming.worry.trim() === '' ? 1 : asked;
  const step = steps[at - 1] ?? steps[0];
  return (
    <Page key={at} title={t(step.title)} over={<Progress at={at} />}>
      {me === null ? (
        <Notice>
          <p>{t('form.step-in-first')}</p>
          <Link to="/sign-in?to=/form">{t('core.step-in')}</Link>
        </Notice>
      ) : null}
      <step.Shown forming={forming} change={change} clear={clear} onward={() => go(`/form?step=${at + 1}`)} />
      {at > 1 ? (
        <p>
          <Link to={`/form?step=${at - 1}`}>{t('form.step-back')}</Link>
        </p>
      ) : null}
    </Page>
  );
}

function Progress({ at }: { at: number }) {
  const { t } = useWords();
  return (
    <>
      <span>{t('form.progress', { at, of: steps.length })}</span>
      <span className="form-progress" aria-hidden="true">
        {steps.map(({ title }, index) => (
          <span key={title} className={index < at ? 'form-progress-done' : undefined} />
        ))}
      </span>
    </>
  );
}
