/** How a file is offered: a name every system takes, and beside it the name as it is written. */
export function asAttachment(name: string, extension: string): string {
  const whole = name.replace(/[\p{C}\p{Zl}\p{Zp}/\\:*?"<>|%']/gu, ' ').replace(/\s+/g, ' ').trim().replace(/^\.+/, '');
  const shown = [...whole].slice(0, 80).join('').trim() || 'samsyn';
  const plain = shown.normalize('NFD').replace(/\p{M}/gu, '').replace(/[^A-Za-z0-9 ._-]/g, '').trim().replace(/\s+/g, '-') || 'samsyn';
  return `attachment; filename="${plain}.${extension}"; filename*=UTF-8''${encodeURIComponent(shown).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)}.${extension}`;
}
