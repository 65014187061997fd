import type { ErrorCode, GlasspaneError } from '@glasspane/core';

/** What people read of an error. */
export interface ErrorText {
  readonly title: string;
  /** What to do, beyond what the error's own message says. */
  readonly advice: string;
}

const texts: Readonly<Record<ErrorCode, ErrorText>> = {
  invalid: { title: 'This widget is not set up correctly', advice: 'Correct the widget in the dashboard.' },
  bad_query: { title: 'The query does not work', advice: 'Correct the query of this widget.' },
  unauthorized: { title: 'You are not signed in to the backend', advice: 'Sign in again, then try again.' },
  forbidden: { title: 'You may not see this data', advice: 'Ask an administrator for access.' },
  not_found: { title: 'The backend does not know this', advice: 'Check the address of the backend.' },
  conflict: { title: 'Somebody else changed this meanwhile', advice: 'Load it again.' },
  too_many_series: { title: 'The query gives too many series', advice: 'Filter by a label, or aggregate.' },
  too_many_samples: {
    title: 'The query reads too much data',
    advice: 'Choose a shorter time range, or a narrower filter.',
  },
  too_many_points: { title: 'The query gives too many points', advice: 'Choose a shorter time range.' },
  rate_limited: { title: 'The backend asks to slow down', advice: 'Refresh less often.' },
  timeout: { title: 'The backend took too long', advice: 'Choose a shorter time range, or try again.' },
  unreachable: {
    title: 'Cannot reach the backend',
    advice: 'Check that it is running and that your network reaches it.',
  },
  unavailable: { title: 'The backend cannot answer now', advice: 'It may be starting or busy.' },
  bad_response: { title: 'The backend gave an answer that makes no sense', advice: 'Check its address and version.' },
  unsupported: { title: 'The backend cannot do this', advice: 'Use a backend that can.' },
  cancelled: { title: 'The request was cancelled', advice: 'Try again.' },
  internal: { title: 'Something went wrong', advice: 'Try again; if it stays, look at the log of the backend.' },
};

/** Returns the title and the advice for an error. */
export function errorText({ code }: GlasspaneError): ErrorText {
  return texts[code];
}
