import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

// In development the page asks its own origin, as in production, and Vite hands `/glasspane` on to the backend.
const target = process.env.GLASSPANE_URL ?? 'http://127.0.0.1:4401';

export default defineConfig({
  plugins: [react()],
  server: {
    proxy: { '/glasspane': { target, rewrite: (path) => path.replace(/^\/glasspane/, '') } },
  },
});
