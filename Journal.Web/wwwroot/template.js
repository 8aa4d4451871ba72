// A copy of what a template of the page holds. Written by the server it is the template's content; drawn by an open line its children.

let copies = 0;

export function copyOf(template) {
  const copy = (template.content.firstElementChild ?? template.firstElementChild).cloneNode(true);
  const title = copy.querySelector('h2[id]');
  if (title) {
    title.id = `${title.id}-${++copies}`;
    copy.setAttribute('aria-labelledby', title.id);
  }
  return copy;
}
