/**
 * @param {URL} url
 * @returns {Promise<boolean>} whether something answers there, and well.
 */
export async function answers(url) {
  try {
    return (await fetch(url, { signal: AbortSignal.timeout(5000) })).ok;
  } catch {
    return false;
  }
}
