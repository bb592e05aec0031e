import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Provider } from 'urql';
import { Fault } from './kit/Fault';
import { Frame } from './kit/Frame';
import { keepFocus } from './kit/keepFocus';
import { client } from './lib/graph';
import { HereProvider } from './lib/here';
import { bringWords, language } from './lib/words';
import { fetchScreen, Routes } from './routes';

document.documentElement.lang = language();
// The first screen is fetched beside the words, not after them; what fails here is shown by Fault.
void fetchScreen(location.pathname).catch(() => undefined);
await bringWords(['core']);

const place = document.getElementById('app');
if (place === null) throw new Error('index.html has lost its #app');
keepFocus();
createRoot(place).render(
  <StrictMode>
    <Provider value={client}>
      <HereProvider>
        <Frame>
          <Fault>
            <Routes />
          </Fault>
        </Frame>
      </HereProvider>
    </Provider>
  </StrictMode>,
);
