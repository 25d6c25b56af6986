/** `npm run gallery`: the dev page alone, without server and store. */
import { defineConfig } from 'vite'

export default defineConfig({
  root: import.meta.dirname,
  publicDir: false,
  server: { fs: { allow: ['../..'] }, open: false },
})
