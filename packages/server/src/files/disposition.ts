/** Who meets a file under this name cannot be misled by it: no paths, no line breaks, nothing that turns the direction of text. */
export function safeFileName(name: string, extension: string): string {
  const shown = name
    .toWellFormed().normalize('NFC')
    // But for the joiners, without which Persian and many emoji fall apart.
    .replace(/[\p{Cc}\p{Co}\u2028\u2029]|(?![\u200c\u200d])\p{Cf}/gu, '')
    .replace(/[/\\:*?"<>|]/g, '_')
    .trim().replace(/^\.+/, '');
  const dot = shown.lastIndexOf('.');
  const stem = [...(dot < 0 ? shown : shown.slice(0, dot))].slice(0, 150).join('').replace(/[. ]+$/, '');
  // Names of devices on Windows, whatever follows the first dot.
  const reserved = /^(?:con|prn|aux|nul|(?:com|lpt)[\d¹²³])(?:\.|$)/i.test(stem);
  return `${stem === '' || reserved ? `_${stem}` : stem}.${extension}`;
}

/** The header that names a file (RFC 6266; RFC 8187 for what is not ASCII). */
export function contentDisposition(inline: boolean, name: string): string {
  const plain = name.replace(/[^\x20-\x7e]/g, '_').replace(/["\\%]/g, '_');
  const encoded = encodeURIComponent(name).replace(/['()*]/g, character => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
  return `${inline ? 'inline' : 'attachment'}; filename="${plain}"${plain === name ? '' : `; filename*=UTF-8''${encoded}`}`;
}
