import { defineConfig } from 'vitest/config';

const whole = { lines: 100, branches: 95 };

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
    exclude: ['test/bench/**'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    coverage: {
      provider: 'v8',
      include: ['src/**/*.ts'],
      exclude: ['src/**/*.as.ts'],
      reporter: ['json-summary'],
      thresholds: {
        'src/domain/**': whole,
        'src/stats/**': whole,
        'src/reports/**': whole,
        'src/render/**': whole,
      },
    },
  },
});
