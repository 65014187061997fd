import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { RequestRate } from '../../examples/embed/Embed.tsx';

const host = document.getElementById('root');
if (host !== null) {
  createRoot(host).render(
    <StrictMode>
      <RequestRate />
    </StrictMode>,
  );
}
