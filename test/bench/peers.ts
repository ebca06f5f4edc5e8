import {startBrowser} from '../support/product.ts';
import {shuffled} from './figure.ts';
import {comparisonOf} from './peers/comparison.ts';
import {measureFitness, type Fitness} from './peers/fitness.ts';
import {fetchPeers} from './peers/packages.ts';
import {peerNames, type PeerName} from './peers/peer.ts';
import {startSite} from './peers/site.ts';
import {measureSpeed, type Speed} from './peers/speed.ts';
import type {Findings} from './results.ts';

const rounds = 3;

/** Ours beside other widgets, on one page that answers each from the same thousand posts. */
export async function measurePeers(): Promise<Findings> {
  if (!(await fetchPeers())) return {omitted: 'Other widgets were not measured: they could not be fetched from the registry.'};
  const site = await startSite();
  const browser = await startBrowser();
  try {
    const speeds = new Map<PeerName, Speed[]>(peerNames.map(name => [name, []]));
    for (let round = 0; round < rounds; round++) {
      for (const name of shuffled(peerNames)) speeds.get(name)!.push(await measureSpeed(browser, site, name));
    }
    const fitness = new Map<PeerName, Fitness>();
    for (const name of peerNames) fitness.set(name, await measureFitness(browser, site, name));
    return {comparison: comparisonOf(name => speeds.get(name)!, name => fitness.get(name)!)};
  } finally {
    await browser.close();
    site.stop();
  }
}
