/// What is asked of a page: scripts that read what a person could see, and no field's content.
enum PageScript {
    /// Answers `{mark, loaded, title, opening, headings, alerts, controls, frames}` as soon as that differs from `mark`, or after
    /// `patience` milliseconds.
    static func look(since mark: String, patience: Int) -> String {
        """
        (async (before, patience) => {
        \(inventory)
        const read = () => { const sight = look(); sight.mark = digest(JSON.stringify(sight)); return sight; };
        let sight = read();
        if (sight.mark !== before) return sight;
        return await new Promise(done => {
          let queued = false;
          const finish = () => { observer.disconnect(); clearTimeout(timer); done(sight); };
          const check = () => { queued = false; sight = read(); if (sight.mark !== before) finish(); };
          const observer = new MutationObserver(() => { if (!queued) { queued = true; setTimeout(check, 25); } });
          const roots = [document, ...[...walk(document)].map(e => e.shadowRoot).filter(Boolean)];
          for (const root of roots) {
            observer.observe(root, {subtree: true, childList: true, attributes: true, characterData: true});
          }
          const timer = setTimeout(() => { sight = read(); finish(); }, patience);
        });
        })(\(literal(mark)), \(patience))
        """
    }

    /// Answers `{x, y, covered, boxes}` in CSS pixels of the window after scrolling there; null where the control has gone.
    static func locate(_ control: PageControl) -> String {
        acting(on: control, "return {x: place.x, y: place.y, covered: isCovered(e), boxes: boxes()};")
    }

    /// Puts the cursor into a field with its content selected, so that what is typed replaces it; answers whether it did.
    static func focus(_ control: PageControl) -> String {
        acting(
            on: control,
            "e.focus(); if (e.select) e.select(); return e.getRootNode().activeElement === e;")
    }

    /// Whether a frame is what lies uppermost there, in CSS pixels of the window.
    static func showsFrame(x: Double, y: Double) -> String {
        """
        (() => {
        let e = document.elementFromPoint(\(x), \(y));
        while (e?.shadowRoot) {
          const inner = e.shadowRoot.elementFromPoint(\(x), \(y));
          if (!inner || inner === e) break;
          e = inner;
        }
        return e?.localName === 'iframe';
        })()
        """
    }

    static func isFilled(_ control: PageControl) -> String {
        acting(on: control, "return !!e.value;")
    }

    static func press(_ control: PageControl) -> String {
        acting(on: control, "e.click(); return true;")
    }

    /// Runs on the control at the same place, if it is still the same one.
    private static func acting(on control: PageControl, _ work: String) -> String {
        """
        ((index, label) => {
        \(inventory)
        const e = elements()[index];
        if (!e || nameOf(e) !== label) return null;
        e.scrollIntoView({block: 'center', inline: 'center', behavior: 'instant'});
        const place = centre(e);
        \(work)
        })(\(control.index), \(literal(control.label)))
        """
    }

    /// A text as a JavaScript literal: JSON is one.
    private static func literal(_ text: String) -> String { JSON.string(text).compact }

    /// Names of what a page holds, shared by all of the scripts; the order of `elements` is what an index means.
    private static let inventory = #"""
        const trim = (text, length) => (text || '').replace(/\s+/g, ' ').trim().slice(0, length);
        const isSeen = e => {
          const box = e.getBoundingClientRect();
          return box.width > 2 && box.height > 2
            && (!e.checkVisibility || e.checkVisibility({checkOpacity: true, checkVisibilityCSS: true}));
        };
        const fields = 'input:not([type=hidden]), textarea, [contenteditable=true], [role=textbox]';
        const buttons = 'button, a[href], summary, [role=button], [role=link], [role=menuitem], [role=tab], '
          + 'input[type=submit], input[type=button], input[type=image]';
        const isField = e => e.matches(fields) && !e.matches(buttons);
        const walk = function* (root) {
          for (const e of root.querySelectorAll('*')) { yield e; if (e.shadowRoot) yield* walk(e.shadowRoot); }
        };
        // Some sites make buttons of anything that shows a hand under the mouse.
        const isHandy = e => e.childElementCount === 0 && getComputedStyle(e).cursor === 'pointer'
          && !e.closest(buttons) && !e.closest('label') && trim(e.textContent, 61).length < 60;
        const elements = () => [...walk(document)].filter(
          e => (e.matches(fields) || e.matches(buttons) || isHandy(e)) && isSeen(e)).slice(0, 400);
        const byIds = (e, attribute) => (e.getAttribute(attribute) || '').split(/\s+/).filter(Boolean)
          .map(id => e.getRootNode().getElementById?.(id)?.textContent || '').join(' ');
        const nameOf = e => trim(byIds(e, 'aria-labelledby') || e.getAttribute('aria-label')
          || (e.labels && [...e.labels].map(l => l.textContent).join(' '))
          || (isField(e) ? '' : e.matches('input') ? e.value : e.innerText)
          || e.getAttribute('title') || e.querySelector('img[alt]')?.alt, 80);
        const centre = e => {
          const box = e.getBoundingClientRect();
          return {x: box.x + box.width / 2, y: box.y + box.height / 2};
        };
        const isCovered = e => {
          const {x, y} = centre(e);
          if (x < 0 || y < 0 || x >= innerWidth || y >= innerHeight) return false;
          const top = e.getRootNode().elementFromPoint(x, y);
          return !!top && top !== e && !e.contains(top) && !top.contains(e)
            && !(e.labels && [...e.labels].some(l => l.contains(top)));
        };
        const dialogs = '[role=dialog], [role=alertdialog], [aria-modal=true], dialog[open], '
          + '[class*=Modal i], [class*=dialog i], form[name*=login i]';
        // Out of shadow trees too.
        const within = (e, names) => { for (let d = e; d; d = d.getRootNode().host) {
          const found = d.closest(names); if (found) return found; } return null; };
        const above = e => e.parentElement || e.getRootNode().host;
        const outermost = e => { let found = null; for (let d = within(e, dialogs); d; d = within(above(d), dialogs)) {
          if (d !== document.body && d !== document.documentElement) found = d; } return found; };
        const notice = '[id*=consent i], [class*=consent i], [id*=cookie i], [class*=cookie i], [aria-label*=cookie i], '
          + '[aria-label*=consent i], [id*=onetrust i], [id*=privacy-banner i]';
        const boxes = () => new Set([...walk(document)].filter(e => e.matches(dialogs) && isSeen(e) && !within(e, notice))
          .map(outermost).filter(Boolean)).size;
        // What is said to the one who fills in the form: aloud, or in the look of an error within its bounds.
        const aloud = '[role=alert], [role=alertdialog], [aria-live=assertive]';
        const nearby = '[aria-live=polite], [role=status], [class*=error i], [id*=error i], [class*=alert i], '
          + '[class*=invalid i], [data-test-id*=error i], [data-testid*=error i]';
        const boundsOf = form => form && (outermost(form) || form.closest('form')?.parentElement || form.parentElement);
        const alerts = () => {
          const bounds = boundsOf(elements().find(e => e.matches('input[type=password]')));
          const said = [...walk(document)].filter(e => (e.matches(aloud) || e.matches(nearby) && bounds?.contains(e))
            && isSeen(e) && !within(e, notice) && !e.matches(fields) && !e.querySelector(fields));
          return said.filter(e => !said.some(other => other !== e && e.contains(other)))
            .map(e => trim(e.innerText, 300)).filter(Boolean).slice(0, 4);
        };
        const digest = text => { let h = 5381; for (let i = 0; i < text.length; i++) h = (h * 33 ^ text.charCodeAt(i)) >>> 0;
          return h + '.' + text.length; };
        const look = () => {
          const stack = [];
          const number = d => { if (!d) return null; if (!stack.includes(d)) stack.push(d); return stack.indexOf(d); };
          return {
            loaded: document.readyState === 'complete', title: trim(document.title, 120),
            opening: trim(document.body?.innerText.slice(0, 1000), 400),
            headings: [...walk(document)].filter(e => e.matches('h1, h2, h3, [role=heading]') && isSeen(e))
              .map(e => trim(e.innerText, 80)).filter(Boolean).slice(0, 8),
            alerts: alerts(),
            boxes: boxes(),
            frames: [...walk(document)].filter(e => e.matches('iframe') && isSeen(e)).filter(f => {
              const box = f.getBoundingClientRect();
              return box.width > 60 && box.height > 40 && !/size=invisible/.test(f.src) && !f.closest('.grecaptcha-badge');
            }).map(f => ({source: trim(f.src, 300), title: trim(f.title, 80), inDialog: !!outermost(f)})),
            controls: elements().map(e => ({
              kind: isField(e) ? 'field' : 'button', type: (e.getAttribute('type') || '').toLowerCase(),
              autocomplete: (e.getAttribute('autocomplete') || '').toLowerCase(), label: nameOf(e),
              length: isField(e) ? e.maxLength : 0,
              numeric: /^(numeric|decimal|tel)$/.test(e.inputMode || '') || /^(number|tel)$/.test(e.type || '')
                || /^\[0-9\]|^\\d/.test(e.getAttribute('pattern') || ''),
              placeholder: trim(e.getAttribute('placeholder'), 80),
              hints: trim([e.id, e.getAttribute('name'), e.getAttribute('class'), e.getAttribute('data-test-id'),
                e.getAttribute('data-testid')].filter(Boolean).join(' '), 160),
              dialog: number(outermost(e)), notice: !!within(e, notice), covered: isCovered(e),
              filled: isField(e) && !!e.value, disabled: !!e.disabled || e.getAttribute('aria-disabled') === 'true',
            })),
          };
        };
        """#
}
