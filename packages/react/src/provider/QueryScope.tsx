import { QueryClient, QueryClientContext, QueryClientProvider } from '@tanstack/react-query';
import { type ReactElement, type ReactNode, useContext, useEffect, useRef, useState } from 'react';

/** Props of {@link QueryScope}. */
export interface QueryScopeProps {
  /** The client to use; left out: the one in context, and without one in context a client of this instance. */
  readonly client?: QueryClient | undefined;
  readonly children: ReactNode;
}

/** Gives its children a TanStack QueryClient: the host's where there is one, else one that lives and ends with it. */
export function QueryScope({ client, children }: QueryScopeProps): ReactElement {
  const inherited = useContext(QueryClientContext);
  if (client !== undefined) return <QueryClientProvider client={client}>{children}</QueryClientProvider>;
  if (inherited !== undefined) return <>{children}</>;
  return <OwnQueryScope>{children}</OwnQueryScope>;
}

function OwnQueryScope({ children }: { readonly children: ReactNode }): ReactElement {
  const [client] = useState(() => new QueryClient());
  const isMounted = useRef(false);
  useEffect(() => {
    isMounted.current = true;
    return () => {
      isMounted.current = false;
      // StrictMode unmounts and mounts again at once; only a real unmount empties the cache and stops its timers.
      queueMicrotask(() => {
        if (!isMounted.current) client.clear();
      });
    };
  }, [client]);
  return <QueryClientProvider client={client}>{children}</QueryClientProvider>;
}
