import assert from 'node:assert/strict';
import {createHmac} from 'node:crypto';
import {test} from 'node:test';
import type {Problem} from '@social-learning/protocol';
import {createApp, saveOrganisation, StartError, type Issuer} from '@social-learning/server';
import {CompactSign, exportJWK, exportSPKI, generateKeyPair, SignJWT, UnsecuredJWT, type JWTPayload} from 'jose';
import type {TokenWish} from './support/host.ts';
import {createWorld, newKey, publicUrl} from './support/world.ts';

const world = await createWorld();
const host = world.host('red');
const encode = (value: unknown) => Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url');
const now = () => Math.floor(Date.now() / 1_000);
const claims = (): JWTPayload => ({iss: 'https://red.example', org: 'red', aud: publicUrl, sub: 'Ann', name: 'Ann', jti: newKey(), iat: now(), exp: now() + 100});

const exchange = async (token: string): Promise<Problem & {accessToken?: string}> =>
  (await world.raw('session.create', {token})).body as Problem & {accessToken?: string};
async function refused(token: string, code = 'token-invalid', because = ''): Promise<Problem> {
  const problem = await exchange(token);
  assert.equal(problem.code, code, `${because} ${JSON.stringify(problem)}`);
  assert.equal(problem.status, code === 'too-large' ? 413 : 401);
  return problem;
}
const sign = (wish: TokenWish) => host.sign(wish);

test('C1: a token without a signature is refused', async () => {
  await refused(new UnsecuredJWT(claims()).encode());
  for (const alg of ['none', 'None', 'nOnE', 'EdDSA', 'HS256']) await refused(`${encode({alg})}.${encode(claims())}.`);
  const [header, payload] = (await sign({})).split('.');
  await refused(`${header}.${payload}.${encode('x'.repeat(64))}`);
});

test('C2: a public key is no secret', async () => {
  const {publicKey, privateKey} = await generateKeyPair('RS256', {extractable: true});
  const jwk = await exportJWK(publicKey);
  const pem = await exportSPKI(publicKey);
  const other = await createWorld({}, {issuers: [{iss: 'https://red.example', alg: 'RS256', keys: [jwk]}]});
  const good = await new SignJWT(claims()).setProtectedHeader({alg: 'RS256'}).sign(privateKey);
  assert.equal((await other.raw('session.create', {token: good})).status, 200);
  const der = Buffer.from(pem.replace(/-----.*-----|\s/g, ''), 'base64');
  for (const secret of [pem, pem.trim(), der, JSON.stringify(jwk), jwk.n!]) {
    const body = `${encode({alg: 'HS256', typ: 'JWT'})}.${encode(claims())}`;
    const token = `${body}.${createHmac('sha256', secret).update(body).digest('base64url')}`;
    assert.equal((await other.raw('session.create', {token})).status, 401);
  }
});

test('C3: a key that the token itself points to is never asked for', async t => {
  const attacker = await generateKeyPair('EdDSA', {extractable: true});
  const jwk = await exportJWK(attacker.publicKey);
  const fetched = t.mock.method(globalThis, 'fetch');
  for (const header of [{jwk}, {jku: 'https://evil.example/keys'}, {x5u: 'https://evil.example/cert'}, {x5c: ['MIIB']}]) {
    await refused(await new SignJWT(claims()).setProtectedHeader({alg: 'EdDSA', ...header} as never).sign(attacker.privateKey));
    await refused(await sign({header}));
  }
  assert.equal(fetched.mock.callCount(), 0);
});

test('C4: a strange key id finds no key and breaks nothing', async () => {
  const attacker = await generateKeyPair('EdDSA');
  for (const kid of ['../../dev/null', "' or 1=1 --", '', 'x'.repeat(5_000), 7, {}, null]) {
    await refused(await new SignJWT(claims()).setProtectedHeader({alg: 'EdDSA', kid} as never).sign(attacker.privateKey));
  }
  await refused(`${encode({alg: 'EdDSA', kid: 'x'.repeat(1_000_000)})}.e30.x`, 'too-large');
});

test('C4: the key of one organisation opens no other, also when it is named', async () => {
  const pairs = {cyan: await generateKeyPair('EdDSA', {extractable: true}), pink: await generateKeyPair('EdDSA', {extractable: true})};
  const {services: {store, directory}} = world.app;
  for (const [slug, {publicKey}] of Object.entries(pairs)) {
    const key = {...(await exportJWK(publicKey)), kid: `key of ${slug}`};
    await saveOrganisation(store, {
      slug, name: slug, spaces: [{slug: 'open', name: 'Open'}], issuers: [{iss: `https://${slug}.example`, alg: 'EdDSA', keys: [key]}],
    });
  }
  directory.forget();
  const token = (org: string, kid: string, signer: 'cyan' | 'pink', iss = `https://${org}.example`) =>
    new SignJWT({...claims(), iss, org}).setProtectedHeader({alg: 'EdDSA', kid}).sign(pairs[signer].privateKey);

  assert.ok((await exchange(await token('cyan', 'key of cyan', 'cyan'))).accessToken);
  await refused(await token('cyan', 'key of pink', 'pink'));
  await refused(await token('cyan', 'key of cyan', 'pink'));
  await refused(await token('cyan', 'key of pink', 'cyan'));
  await refused(await token('cyan', 'key of pink', 'pink', 'https://pink.example'));
});

test('C5: a token lives at most five minutes, and only now', async () => {
  const at = now();
  const cases: Record<string, Record<string, unknown>> = {
    'expired': {exp: at - 1, iat: at - 100}, 'nbf in the future': {nbf: at + 300}, 'iat in the future': {iat: at + 200, exp: at + 300},
    'no exp': {exp: undefined}, 'no iat': {iat: undefined}, 'too long': {iat: at, exp: at + 301}, 'exp as text': {exp: String(at + 100)},
    'exp as a fraction': {exp: at + 100.5}, 'exp before iat': {iat: at, exp: at}, 'negative': {iat: -5, exp: 100},
  };
  for (const [name, wish] of Object.entries(cases)) {
    const {code, status} = await exchange(await sign(wish as TokenWish));
    assert.ok(['token-invalid', 'token-clock-skew'].includes(code), `${name}: ${code}`);
    assert.equal(status, 401);
  }
  const payload = JSON.stringify(claims()).replace(/"exp":\d+/, '"exp":1e400');
  await refused(await new CompactSign(Buffer.from(payload)).setProtectedHeader({alg: 'EdDSA'}).sign(host.privateKey));
});

test('C6: issuer, audience and kind must be exactly right', async () => {
  const wrong: Record<string, unknown>[] = [
    {iss: 'https://red.example/'}, {iss: undefined}, {org: 'blue'}, {org: 'none'}, {org: undefined}, {iss: 'https://blue.example', org: 'blue'},
    {aud: 'https://other.example'}, {aud: `${publicUrl}/`}, {aud: [publicUrl, 'https://other.example']}, {aud: []}, {aud: undefined},
    {header: {typ: 'at+jwt'}}, {header: {typ: 'JWE'}}, {sub: undefined}, {sub: ''}, {jti: undefined}, {name: undefined}, {name: '  '},
  ];
  for (const wish of wrong) await refused(await sign(wish as TokenWish), 'token-invalid', JSON.stringify(wish));
  assert.ok((await exchange(await sign({aud: [publicUrl]}))).accessToken);
  const {accessToken} = await world.signIn('Ann');
  await refused(accessToken);
  const token = await sign({});
  const {body} = await world.request('GET', '/v1/me', {headers: {authorization: `Bearer ${token}`}});
  assert.equal((body as Problem).code, 'token-invalid');
});

test('C7: a token is good for one exchange', async () => {
  const token = await sign({});
  const answers = await Promise.all(Array.from({length: 10}, () => exchange(token)));
  assert.equal(answers.filter(({accessToken}) => accessToken).length, 1);
  await refused(token);
});

test('C8, C9: secrets can be changed one after the other, and weak ones are not taken', async () => {
  const [old, fresh] = [Buffer.alloc(32, 1), Buffer.alloc(40, 2)];
  const issuer = (...secrets: Buffer[]): Issuer => ({iss: 'https://secret.example', alg: 'HS256', keys: secrets.map(secret => secret.toString('base64url'))});
  const {services: {store, directory}} = world.app;
  const settings = (given: Issuer) => ({slug: 'green', name: 'Green', spaces: [{slug: 'open', name: 'Open'}], issuers: [given]});
  const token = (secret: Buffer) => new SignJWT({...claims(), iss: 'https://secret.example', org: 'green'}).setProtectedHeader({alg: 'HS256'}).sign(secret);
  await saveOrganisation(store, settings(issuer(old, fresh)));
  directory.forget();
  for (const secret of [old, fresh]) assert.ok((await exchange(await token(secret))).accessToken);
  await saveOrganisation(store, settings(issuer(fresh)));
  await refused(await token(old));
  assert.ok((await exchange(await token(fresh))).accessToken);
  for (const weak of [issuer(Buffer.alloc(31, 1)), {...issuer(), keys: ['short']}, issuer()]) {
    await assert.rejects(saveOrganisation(store, settings(weak)), StartError);
  }
  const {privateKey} = await generateKeyPair('EdDSA', {extractable: true});
  await assert.rejects(saveOrganisation(store, settings({iss: 'x', alg: 'EdDSA', keys: [await exportJWK(privateKey)]})), StartError);
});

test('C10: a token is written in one way only', async () => {
  const token = await sign({});
  const [header, payload, signature] = token.split('.') as [string, string, string];
  const last = signature.at(-1)!;
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  const twin = alphabet[alphabet.indexOf(last) ^ 1]!;
  for (const other of [
    `${token}=`, `${token}==`, ` ${token}`, `${token}\n`, `${header}.${payload}. ${signature}`, `${header}.${payload}.${signature.slice(0, -1)}${twin}`,
    `${header}=.${payload}.${signature}`, `${header}.${payload}.${signature.replaceAll('-', '+').replaceAll('_', '/')}+`, `${token}.`, `${token}.x`,
  ]) await refused(other, 'token-invalid', other);
});

test('C11: names that look alike are different people', async () => {
  const ids = new Set<string>();
  const subjects = ['Alice', 'alice', 'alice ', 'caf\u00e9', 'cafe\u0301', 'ａlice'];
  for (const sub of subjects) ids.add((await world.signIn(sub.trim(), {sub})).id);
  assert.equal(ids.size, subjects.length);
  for (const sub of ['alice\0', 'a\nb', '\u0085']) await refused(await sign({sub}));
  const {id} = await world.signIn('Alice', {sub: 'Alice', email: 'bob@example.com', name: 'Bob'});
  assert.ok(ids.has(id));
  const blue = await world.signIn('Alice', {organisation: 'blue'});
  assert.ok(!ids.has(blue.id));
});

test('C12: headers that change the meaning, encryption, nesting and size are refused', async () => {
  for (const header of [{crit: ['exp']}, {crit: ['b64'], b64: false}, {zip: 'DEF'}]) {
    await refused(`${encode({alg: 'EdDSA', ...header})}.${encode(claims())}.${encode('x'.repeat(64))}`);
  }
  await refused('a.b.c.d.e');
  await refused(await new CompactSign(Buffer.from(await sign({}))).setProtectedHeader({alg: 'EdDSA', cty: 'JWT'}).sign(host.privateKey));
  await refused('x'.repeat(64 * 1024), 'too-large');
  const deep = `{"a":${'['.repeat(2_000)}${']'.repeat(2_000)}}`;
  await refused(`${encode({alg: 'EdDSA'})}.${encode(deep)}.${encode('x'.repeat(64))}`);
  for (const token of ['', '.', '..', '...', 'e30.e30.', '💥.💥.💥']) await refused(token);
});

test('C15: a host whose clock is off is told the server’s time', async () => {
  for (const shift of [300, -500]) {
    const {serverTime} = await refused(await sign({iat: now() + shift, exp: now() + shift + 100}), 'token-clock-skew');
    assert.ok(Math.abs(Date.parse(serverTime!) - Date.now()) < 5_000);
  }
  assert.ok((await exchange(await sign({iat: now() + 55, exp: now() + 150}))).accessToken);
});

test('an access token ends after fifteen minutes and says so', async () => {
  let time = Date.now();
  const other = await createApp({store: await world.database.open(), publicUrl, now: () => time});
  const {accessToken} = await world.signIn('Ann');
  const ask = async () => {
    const response = await other.fetch(new Request(`${publicUrl}/v1/me`, {headers: {authorization: `Bearer ${accessToken}`}}));
    return {status: response.status, body: (await response.json()) as Problem};
  };
  assert.equal((await ask()).status, 200);
  time += 15 * 60_000 + 1_000;
  const {status, body} = await ask();
  assert.deepEqual([status, body.code], [401, 'token-expired']);
  await other.close();
  for (const bad of [`${accessToken}=`, accessToken.slice(0, -2), `${accessToken.split('.').slice(0, 2).join('.')}.`, 'x']) {
    assert.equal((await world.request('GET', '/v1/me', {headers: {authorization: `Bearer ${bad}`}})).status, 401);
  }
  assert.equal((await world.request('GET', '/v1/me', {headers: {authorization: 'Basic eDp5'}})).status, 401);
});

test('the first exchange makes the person and logs that they joined; later ones bring the name up to date', async () => {
  const first = await world.signIn('Nia');
  const {post} = await world.call('posts.create', {subject: {key: 'names'}, source: 'x'}, first);
  assert.equal(post.author?.name, 'Nia');
  const again = await world.signIn('Nia', {name: 'Nia Okoro', picture: 'https://red.example/nia.png'});
  assert.equal(again.id, first.id);
  const {posts} = await world.call('threads.read', {subject: 'names'});
  assert.deepEqual(posts.items[0]?.author, {id: first.id, name: 'Nia Okoro', picture: 'https://red.example/nia.png'});
  await world.signIn('Nia', {picture: 'javascript:alert(1)'});
  assert.equal((await world.call('threads.read', {subject: 'names'})).posts.items[0]?.author?.picture, null);
});

test('roles come from the database: what a token claims counts only where the issuer may say it', async () => {
  const mo = await world.signIn('Mo', {roles: ['moderator', 'nonsense', 'guest']});
  assert.deepEqual((await world.call('me.read', {}, mo)).roles.toSorted(), ['learner', 'moderator']);
  await world.signIn('Mo', {roles: []});
  assert.deepEqual((await world.call('me.read', {}, mo)).roles, ['learner']);
  const strict = await createWorld({}, {issuers: [{...host.issuer, allowsRoles: false}]});
  const token = await sign({roles: ['admin']});
  assert.deepEqual((await strict.call('session.create', {token})).me.roles, ['learner']);
});

test('a suspended person is out within seconds, whatever their token says', async () => {
  const zoe = await world.signIn('Zoe');
  const {services: {store: {db}, standings}} = world.app;
  await db.updateTable('person').set({state: 'suspended'}).where('organisation', '=', world.organisations['red']!).where('id', '=', zoe.id).execute();
  standings.forget(world.organisations['red']!, zoe.id);
  assert.equal((await world.refusal('posts.create', {subject: {key: 'z'}, source: 'x'}, zoe)).status, 403);
});
