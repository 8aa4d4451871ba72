// The theme of this browser changes at once and is kept by the way; without this file the same form loads the page anew.
const page = document.documentElement;

document.addEventListener('submit', (event) => {
  const { target: form, submitter } = event;
  if (!form.matches('[data-keeps]') || submitter?.name !== 'theme') return;
  event.preventDefault();
  if (submitter.value === 'system') delete page.dataset.theme;
  else page.dataset.theme = submitter.value;
  for (const button of form.querySelectorAll('[name=theme]')) button.setAttribute('aria-pressed', String(button === submitter));
  fetch(form.action, { method: 'POST', body: new FormData(form, submitter), redirect: 'manual' }).catch(() => {});
});
