// Files on their way to the server: each by itself, with its progress, to be stopped at any moment.

const TOKEN = 'antiforgery';

export function bringing(form, begun, brought, signal) {
  form.addEventListener(
    'change',
    (event) => {
      if (!event.target.matches('[data-bring]')) return;
      begun();
      for (const file of event.target.files) bring(form, file, brought, signal);
      event.target.value = '';
    },
    { signal },
  );
}

async function bring(form, file, brought, signal) {
  const line = lineOf(form, file);
  const request = new XMLHttpRequest();
  signal.addEventListener('abort', () => request.abort());
  line.stop.addEventListener('click', () => {
    request.abort();
    line.item.remove();
  });
  request.upload.addEventListener('progress', ({ loaded, total }) => line.tell(Math.floor((100 * loaded) / total)));
  request.addEventListener('load', () => {
    if (request.status === 200) {
      line.item.remove();
      brought(JSON.parse(request.responseText));
    } else line.fail(reasonOf(request));
  });
  request.addEventListener('error', () => line.fail());
  try {
    const token = await (await fetch(TOKEN, { cache: 'no-store' })).json();
    const body = new FormData();
    body.append('file', file);
    request.open('POST', `homework/${form.dataset.lesson}/files`);
    request.setRequestHeader('X-Antiforgery', token.token);
    request.send(body);
  } catch {
    line.fail();
  }
}

function reasonOf(request) {
  try {
    return JSON.parse(request.responseText).detail;
  } catch {
    return null;
  }
}

function lineOf(form, file) {
  const list = form.querySelector('[data-uploads]');
  const { stop, away, progress, failed } = list.dataset;
  const item = document.createElement('li');
  const name = Object.assign(document.createElement('span'), { className: 'grow', textContent: file.name });
  const said = Object.assign(document.createElement('span'), { className: 'small' });
  const button = Object.assign(document.createElement('button'), { className: 'b s bare', type: 'button', textContent: stop });
  item.append(name, said, button);
  list.append(item);
  return {
    item,
    stop: button,
    tell: (percent) => (said.textContent = progress.replace('{0}', percent)),
    fail(reason) {
      said.className = 'small failed';
      said.textContent = reason ?? failed;
      button.textContent = away;
    },
  };
}
