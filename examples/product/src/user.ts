/** Who looks at the page. A host takes the name from its own session. */
export const user = 'operator@agora.example';
