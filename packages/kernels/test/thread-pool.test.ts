import { expect, test, vi } from 'vitest';
import { createThreadedEngine } from '../src/index.js';
import { linearModule } from '../src/linear/index.js';
import { startThread } from '../src/start-thread.js';

vi.mock('../src/start-thread.js');

test('threads that have started end where another one cannot start', async () => {
  const terminate = vi.fn();
  vi.mocked(startThread)
    .mockResolvedValueOnce({ terminate })
    .mockRejectedValueOnce(new Error('no more threads'))
    .mockResolvedValueOnce({ terminate });
  const engine = createThreadedEngine({ modules: [linearModule], threads: 4 });
  await expect(engine).rejects.toThrow('no more threads');
  expect(terminate).toHaveBeenCalledTimes(2);
});

test('threads end where the engine cannot have its memory', async () => {
  const terminate = vi.fn();
  vi.mocked(startThread).mockResolvedValue({ terminate });
  const options = { modules: [linearModule], threads: 3, workspaceBytes: 5e9 };
  await expect(createThreadedEngine(options)).rejects.toThrow('cannot allocate 5000000000 bytes');
  expect(terminate).toHaveBeenCalledTimes(2);
});
