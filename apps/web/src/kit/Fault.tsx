import { Component, type ReactNode } from 'react';
import { useLocation } from 'wouter';
import { useWords } from '../lib/words';
import { Button } from './Button';
import { Page } from './Page';

/** When a screen breaks: one calm sentence instead of an empty page. Another address tries anew. */
export function Fault({ children }: { children: ReactNode }) {
  const [path] = useLocation();
  return <Catch key={path}>{children}</Catch>;
}

class Catch extends Component<{ children: ReactNode }, { broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError(): { broken: boolean } {
    return { broken: true };
  }

  override render(): ReactNode {
    return this.state.broken ? <Broken /> : this.props.children;
  }
}

function Broken() {
  const { t } = useWords();
  return (
    <Page title={t('core.fault')}>
      <p>{t('core.fault-how')}</p>
      <div>
        <Button kind="main" onClick={() => location.reload()}>
          {t('core.reload')}
        </Button>
      </div>
    </Page>
  );
}
