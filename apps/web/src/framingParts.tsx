import { ContributionPages } from './contribution/ContributionPages';
import { framingScreen } from './framing/FramingScreen';
import { bringLayer } from './lib/beside';
import { bringWords } from './lib/words';
import { bringSuggestionsLayer } from './writing/suggesting/WaysToWrite';
import { isUnsent } from './writing/unsentMark';
import { handOver } from './writing/handOver';

/** The screen of a framing, with what other slices put on it. Fetched with the screen, so that no other page carries it. */
export const FramingScreen = framingScreen({
  // One line each: { name, bring: bringLayer(['its words'], () => import('./slice/ItsLayer').then((m) => m.ItsLayer)) }
  layers: [
    { name: 'authors', bring: bringLayer(['authors'], () => import('./writing/AuthorsLayer').then((m) => m.AuthorsLayer)) },
    { name: 'knowledge', bring: bringLayer(['passage'], () => import('./passage/KnowledgeLayer').then((m) => m.KnowledgeLayer)) },
    { name: 'basis', bring: bringLayer(['passage'], () => import('./passage/BasisLayer').then((m) => m.BasisLayer)) },
    { name: 'talk', bring: bringLayer(['talk'], () => import('./talk/TalkLayer').then((m) => m.TalkLayer)) },
    { name: 'suggestions', bring: bringSuggestionsLayer },
  ],
  // One line each: { to: 'its address under the framing', label: 'framing.way.…' }
  ways: [
    { to: 'versions', label: 'framing.way.versions' },
    { to: 'talk', label: 'framing.way.talk' },
    { to: 'file', label: 'framing.way.file' },
  ],
  // The editor is heavy; it comes when somebody wants to write.
  // What is shown when the desk closes comes with it: by then there may be no network.
  bringDesk: async () => (await Promise.all([import('./writing/WritingDesk'), import('./writing/LeftOpen')]))[0].WritingDesk,
  bringLeft: () => import('./writing/LeftOpen').then((m) => m.LeftOpen),
  bringMark: async () => (await Promise.all([import('./passage/MarkDialog'), bringWords(['passage'])]))[0].MarkDialog,
  handOver,
  unsent: isUnsent,
  contributions: (allianceId, framingId, empty) => <ContributionPages allianceId={allianceId} filter={{ framingId }} empty={empty} />,
});
