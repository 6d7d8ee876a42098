/** A field that is left empty says nothing: it is not in the address either. */
export function leaveEmptyOut(form: HTMLFormElement): void {
  form.addEventListener('formdata', ({ formData }) => {
    for (const [name, value] of [...formData]) if (value === '') formData.delete(name);
  });
}
