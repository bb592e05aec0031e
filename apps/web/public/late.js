// When the screens do not come – a lost connection, or a page from before an update – the reader is told so,
// instead of waiting before grey bars. Stands beside the build, so that it comes even when the build has changed.
const tell = () => document.getElementById('late')?.removeAttribute('hidden');
addEventListener('error', ({ target }) => target instanceof HTMLScriptElement && tell(), true);
setTimeout(tell, 15_000);
