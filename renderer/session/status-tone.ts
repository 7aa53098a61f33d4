/** How the status of an answer is marked: what came, what leads on, what was refused or failed. */
export function statusTone(status: number): 'ok' | 'caution' | 'danger' {
  if (status < 300) return 'ok';
  return status < 400 ? 'caution' : 'danger';
}
