import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openEnergyMeter } from '../../src/measurement/energy-meter.js';
import { temporaryFolder } from '../temporary-folder.js';

/** A folder as Linux makes them, with zones that can be set. */
function powercap() {
  const folder = temporaryFolder();
  return {
    folder,
    set(zone: string, microjoules: number | string, name = 'package-0', range = 1000) {
      mkdirSync(join(folder, zone), { recursive: true });
      writeFileSync(join(folder, zone, 'name'), `${name}\n`);
      writeFileSync(join(folder, zone, 'max_energy_range_uj'), `${range}\n`);
      writeFileSync(join(folder, zone, 'energy_uj'), `${microjoules}\n`);
    },
  };
}

test('a meter adds up the packages, and neither their parts nor what else there is', () => {
  const { folder, set } = powercap();
  mkdirSync(join(folder, 'intel-rapl'));
  set('intel-rapl:0', 100);
  set('intel-rapl:0:0', 100, 'core');
  set('intel-rapl:1', 300, 'package-1');
  set('intel-rapl:2', 300, 'psys');
  const read = openEnergyMeter(folder);
  expect(read?.()).toBe(0);
  set('intel-rapl:0', 150);
  set('intel-rapl:0:0', 149, 'core');
  set('intel-rapl:1', 307, 'package-1');
  set('intel-rapl:2', 900, 'psys');
  expect(read?.()).toBeCloseTo(57e-6, 12);
});

test('a counter that begins at zero again goes on', () => {
  const { folder, set } = powercap();
  set('intel-rapl:0', 990);
  const read = openEnergyMeter(folder);
  set('intel-rapl:0', 20);
  expect(read?.()).toBeCloseTo(30e-6, 12);
  set('intel-rapl:0', 25);
  expect(read?.()).toBeCloseTo(35e-6, 12);
});

test('where nothing can be read there is no meter', () => {
  const { folder, set } = powercap();
  expect(openEnergyMeter(join(folder, 'nowhere'))).toBeUndefined();
  expect(openEnergyMeter(folder)).toBeUndefined();
  set('intel-rapl:0', 'no number');
  expect(openEnergyMeter(folder)).toBeUndefined();
  set('intel-rapl:0', 1);
  rmSync(join(folder, 'intel-rapl:0', 'energy_uj'));
  expect(openEnergyMeter(folder)).toBeUndefined();
});
