// Signs the same person in again without leaving the page, through the sign-in form itself: its rules, its throttling, its token.
// Returns null when all is well, 'other-account', or the form's own sentence.

export async function signInAgain(login, password, account) {
  const page = await read(await fetch('sign-in', { cache: 'no-store' }));
  const form = new URLSearchParams({
    _handler: 'sign-in',
    Login: login,
    Password: password,
    __RequestVerificationToken: page.querySelector('[name="__RequestVerificationToken"]').value,
  });
  if ('shared' in document.documentElement.dataset) form.set('SharedComputer', 'true');
  const answer = await fetch('sign-in', { method: 'POST', body: form });
  const who = await fetch('antiforgery', { cache: 'no-store' });
  if (who.ok) return String((await who.json()).account) === account ? null : 'other-account';
  return (await read(answer)).querySelector('#trouble')?.textContent.trim() || answer.statusText;
}

const read = async (answer) => new DOMParser().parseFromString(await answer.text(), 'text/html');
