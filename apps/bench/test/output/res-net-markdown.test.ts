import { expect, it } from 'vitest';
import { resNetMarkdown } from '../../src/output/res-net-markdown.js';
import { cascadeReport } from '../../src/tables/cascade/report.js';

const markdown = (quick: boolean): string => {
  const rows = cascadeReport.rows.map((row, at) => ({
    ...row,
    computed: row.published,
    graphParams: row.params * 1e6,
    macs: [1e6, 10e6, 100e6].map((macs) => macs * (at + 1)),
    times: [1, 2, 4].map((time) => time * (at + 1)),
  }));
  const averages = [{ shares: [0.5, 0.3, 0.2], published: 12.78, macs: 150e6, milliseconds: 3 }];
  const { name, title, about, judged } = cascadeReport;
  const sizes = [32, 96, 224];
  return resNetMarkdown({ name, title, about, judged, quick, sizes, rows, averages });
};

it('puts what was printed beside what was counted, and says how much less an average is', () => {
  const text = markdown(false);
  expect(text).toContain(`## ${cascadeReport.title}`);
  expect(text).toMatch(/^\| ResNet-34, 96 +\| +21\.80 M \| +21\.80 M \| +4\.00 M \|/m);
  // 25.56 / 12.78, 300 / 150 and 12 / 3.
  expect(text).toMatch(
    /50\.0 % · 30\.0 % · 20\.0 % \| +12\.78 \| 2\.00 × \| 150\.0 \| 2\.00 × \| 3\.00 \| 4\.00 × \|$/m,
  );
});

it('marks every time of a quick run, and nothing that was counted', () => {
  const text = markdown(true);
  // Three sizes of three networks; the average and how much less it is.
  expect(text.match(/\d( ×)? \*quick\*/g)).toHaveLength(3 * 3 + 2);
  expect(text).toMatch(/\| 150\.0 \| 2\.00 × \| +3\.00 \*quick\* \|/);
});

it('has shares that give what the report printed: 7.15 and 11.04', () => {
  const costs = cascadeReport.rows.map(({ published }) => published);
  const averages = cascadeReport.shares.map(([, second, third]) =>
    Number((costs[0] + costs[1] * (second + third) + costs[2] * third).toFixed(2)),
  );
  expect(averages[1]).toBe(7.15);
  expect(averages[3]).toBe(11.04);
});
