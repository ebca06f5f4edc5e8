import {filesPath, isId} from '@social-learning/protocol';
import {fromBase64url, toBase64url} from '../internal/encoding.ts';
import type {Secrets} from '../store/secrets.ts';

/** Milliseconds for which the address of a file is good. */
export const addressLifetime = 600_000;

/** What an address of a file says: whom it is for, and until when. */
export interface FileAddress {
  readonly organisation: string;
  readonly file: string;
  /** `null` for a guest. */
  readonly person: string | null;
  /** Milliseconds since the epoch. */
  readonly expires: number;
}

/** Makes addresses of files, and reads them. One that is good opens the file only as long as its person may see it. */
export interface FileAddresses {
  sign(address: FileAddress): string;
  /** `undefined` for an address that is not ours, whole and unchanged. */
  read(url: URL): FileAddress | undefined;
}

/** @param publicUrl The server's public address. */
export async function createFileAddresses(secrets: Secrets, publicUrl: string): Promise<FileAddresses> {
  const mac = await secrets.signer('file');
  const seal = ({organisation, file, person, expires}: FileAddress) => toBase64url(mac([organisation, file, person ?? '', expires].join('\n')));
  return {
    sign(address) {
      const {organisation, file, person, expires} = address;
      const query = new URLSearchParams({
        organisation, ...(person !== null && {person}), expires: String(Math.floor(expires / 1_000)), signature: seal({...address, expires: Math.floor(expires / 1_000)}),
      });
      return `${publicUrl}${filesPath}/${file}?${query}`;
    },
    read({pathname, searchParams}) {
      const file = pathname.slice(filesPath.length + 1);
      const names = [...searchParams.keys()];
      if (new Set(names).size !== names.length) return undefined;
      const [organisation, person, expires, signature] = ['organisation', 'person', 'expires', 'signature'].map(name => searchParams.get(name));
      if (!isId(file) || !isId(organisation) || (person !== null && !isId(person)) || !/^\d{1,12}$/.test(expires ?? '')) return undefined;
      const address = {organisation, file, person: person!, expires: Number(expires)};
      const given = fromBase64url(signature ?? '');
      const own = fromBase64url(seal(address))!;
      if (given?.length !== own.length) return undefined;
      let difference = 0;
      for (const [index, byte] of own.entries()) difference |= byte ^ given[index]!;
      return difference === 0 ? {...address, expires: address.expires * 1_000} : undefined;
    },
  };
}
