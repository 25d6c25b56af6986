/** How sources become the web files and the server (`vite build --app`), how development serves both, and the tests. */
import { playwright } from '@vitest/browser-playwright'
import { type EnvironmentOptions, isRunnableDevEnvironment, type Plugin } from 'vite'
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config'
import { chromiumArgs, DEBIAN_CHROMIUM, findChromium } from './tests/support/chromium.ts'

/** What Vite answers itself in development: its own modules, packages, and our sources by file name. */
const SERVED_BY_VITE = /^\/(@|node_modules\/|web\/[^?]*\.(ts|css|json|svg|woff2)(\?|$)|(db|api)\/[^?]*\.ts(\?|$))/

/** Development in one process: every request that is not for a module goes to the application, loaded afresh when it changes. */
function developmentServer(): Plugin {
  return {
    name: 'threatline-development',
    apply: 'serve',
    configureServer(server) {
      server.middlewares.use(async (req, res, next) => {
        if (SERVED_BY_VITE.test(req.url ?? '/')) return next()
        try {
          const { ssr } = server.environments
          if (!ssr || !isRunnableDevEnvironment(ssr)) throw new Error('Vite cannot run the server sources here')
          const { handle }: typeof import('./api/dev.ts') = await ssr.runner.import('/api/dev.ts')
          await handle(req, res)
        } catch (error) {
          next(error)
        }
      })
    },
    // A page is made on the server, so what changes there is seen only after a reload.
    hotUpdate({ modules, server }) {
      if (this.environment.name === 'ssr' && modules.length)
        server.environments.client.hot.send({ type: 'full-reload' })
    },
  }
}

/** Tests that run in Node; two workers, for two cores. Files share a worker's modules, so that a store is opened once. */
function nodeProject(name: string, include: string[], globalSetup: string[] = []): TestProjectInlineConfiguration {
  return {
    test: {
      name,
      include,
      globalSetup,
      environment: 'node',
      pool: 'forks',
      isolate: false,
      testTimeout: 30_000,
      hookTimeout: 60_000,
    },
  }
}

/** Files with names that stay, each whole in itself, because other sites name them. */
function embedFiles(input: Record<string, string>, emptyOutDir = true): EnvironmentOptions {
  return {
    consumer: 'client',
    build: {
      outDir: 'dist/embed',
      emptyOutDir,
      assetsInlineLimit: 0,
      rolldownOptions: { input, output: { entryFileNames: '[name].js', assetFileNames: '[name][extname]' } },
    },
  }
}

export default defineConfig({
  appType: 'custom',
  publicDir: false,
  plugins: [developmentServer()],
  server: { watch: { ignored: ['**/data/**', '**/dist/**'] } },
  optimizeDeps: { entries: ['web/main.ts', 'web/submission/main.ts'] },
  environments: {
    client: {
      build: {
        outDir: 'dist/client',
        emptyOutDir: true,
        manifest: true,
        assetsInlineLimit: 0,
        rolldownOptions: { input: ['web/main.ts', 'web/submission/main.ts'] },
      },
    },
    embed: embedFiles({ 'threat-line': 'web/embed/threat-line.ts', resize: 'web/embed/resize.ts' }),
    // Built by itself, because it would share a file with the element.
    card: embedFiles({ card: 'web/embed/card.ts' }, false),
    // For pages that are opened as files, where no module loads: one classic script.
    copy: {
      consumer: 'client',
      build: {
        outDir: 'dist/copy',
        emptyOutDir: true,
        rolldownOptions: { input: 'web/copy.ts', output: { format: 'iife', entryFileNames: 'threatline.js' } },
      },
    },
    ssr: {
      build: {
        outDir: 'dist/server',
        emptyOutDir: true,
        target: 'node20',
        rolldownOptions: {
          input: { server: 'api/server.ts', cli: 'api/cli.ts' },
          // All in one folder, so that a module's own address tells where the project's folder is.
          output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
        },
      },
    },
  },
  builder: {},
  test: {
    maxWorkers: 2,
    allowOnly: false,
    projects: [
      nodeProject('unit', ['tests/unit/**/*.test.ts', 'tests/seed/**/*.test.ts']),
      nodeProject('db', ['tests/db/**/*.test.ts'], ['tests/support/postgres-setup.ts']),
      nodeProject('api', ['tests/api/**/*.test.ts'], ['tests/support/postgres-setup.ts']),
      {
        optimizeDeps: { include: ['lit', 'lit/decorators.js', 'd3', 'axe-core', 'react', 'react-dom/client', 'vue'] },
        test: {
          name: 'browser',
          include: ['tests/web/**/*.browser.test.ts'],
          globalSetup: ['tests/support/chromium-setup.ts'],
          sequence: { groupOrder: 1 },
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({
              launchOptions: { executablePath: findChromium() ?? DEBIAN_CHROMIUM, args: chromiumArgs() },
            }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          globalSetup: ['tests/support/server-setup.ts'],
          environment: 'node',
          pool: 'forks',
          maxWorkers: 1,
          sequence: { groupOrder: 2 },
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      // What is long is not among the tests of every day: tests/run.mjs names the projects of each kind of run.
      nodeProject(
        'faults',
        ['tests/faults/**/*.test.ts'],
        ['tests/support/postgres-setup.ts', 'tests/faults/build-child.ts'],
      ),
    ],
  },
})
