// Put into every page before its own content; each probe returns a list of faults in words, or tells what is focused.
'use strict';

window.probes = {
  violations: [],
  visited: [],

  cut: element => element.outerHTML.slice(0, 120),

  // Content in a box that scrolls by itself (a wide table) does not make the page scroll.
  boxed: element => element !== null && element !== document.body
    && (/auto|scroll|hidden/.test(getComputedStyle(element).overflowX) || probes.boxed(element.parentElement)),

  overflow() {
    const root = document.documentElement, faults = [], width = root.clientWidth;
    if (root.scrollWidth > width) {
      faults.push(`page is ${root.scrollWidth} px wide in a window of ${width} px`);
      for (const element of document.body.querySelectorAll('*'))
        if (element.getBoundingClientRect().right > width + 1 && !probes.boxed(element.parentElement))
          faults.push(`beyond: ${probes.cut(element)}`);
    }
    // Hiding what overflows would silence the check above and take the text from the reader.
    for (const element of [root, document.body])
      if (/hidden|clip/.test(getComputedStyle(element).overflowX)) faults.unshift(`${element.tagName} hides overflow`);
    return faults.slice(0, 8);
  },

  // Vietnamese stacks marks over capitals and under letters: the ink of both must fit into one line.
  clipped() {
    const pen = document.createElement('canvas').getContext('2d'), faults = [];
    for (const element of document.body.querySelectorAll('*')) {
      if (![...element.childNodes].some(node => node.nodeType === 3 && node.data.trim()) || !element.offsetParent) continue;
      const style = getComputedStyle(element);
      pen.font = `${style.fontStyle} ${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
      const ink = pen.measureText('ẪẼẶ'), line = parseFloat(style.lineHeight);
      const height = ink.actualBoundingBoxAscent + pen.measureText('ặợg').actualBoundingBoxDescent;
      if (line < height) faults.push(`line of ${line} px for ink of ${height} px: ${probes.cut(element)}`);
    }
    return faults.slice(0, 8);
  },

  inSight(element) {
    const box = element.getBoundingClientRect();
    return box.width > 1 && box.height > 1 && getComputedStyle(element).visibility === 'visible'
      && box.bottom > 0 && box.right > 0 && box.top < innerHeight && box.left < innerWidth;
  },

  async focus() {
    const element = document.activeElement;
    if (!element || element === document.body) return null;
    // The browser scrolls to what gets the focus a few frames later; what is in sight already is not scrolled to.
    for (let frame = 0; frame < 20 && !probes.inSight(element); frame++) await new Promise(requestAnimationFrame);
    const style = getComputedStyle(element), last = probes.visited.at(-1);
    const again = probes.visited.includes(element);
    probes.visited.push(element);
    return {
      html: probes.cut(element),
      again,
      inOrder: !last || (last.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0,
      outlined: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 1,
      visible: probes.inSight(element),
    };
  },

  motion() {
    const faults = document.getAnimations().map(each => `running: ${probes.cut(each.effect.target)}`);
    for (const element of document.querySelectorAll('*')) {
      const style = getComputedStyle(element);
      const seconds = `${style.transitionDuration},${style.animationDuration}`.split(',').map(parseFloat);
      if (Math.max(...seconds) > 0.01) faults.push(`moves: ${probes.cut(element)}`);
      if (style.scrollBehavior === 'smooth') faults.push(`scrolls smoothly: ${probes.cut(element)}`);
    }
    return faults.slice(0, 8);
  },

  // What moved by itself while the page loaded (a reader's tap may move things).
  shift() {
    const watch = new PerformanceObserver(() => {});
    watch.observe({type: 'layout-shift', buffered: true});
    return watch.takeRecords().filter(entry => !entry.hadRecentInput)
      .flatMap(entry => entry.sources.map(({node}) => `moved by itself: ${node?.outerHTML ? probes.cut(node) : 'text'}`));
  },

  // `rules`: only these; all where there are none. Passes are not described, which takes longer than finding them.
  async axe(rules) {
    const only = rules.length ? {runOnly: {type: 'rule', values: rules}} : {};
    const wide = {'target-size': {enabled: true}};  // 24 px, WCAG 2.2 AA: off unless asked for
    const {violations} = await axe.run({resultTypes: ['violations'], rules: wide, ...only});
    return violations.map(({id, impact, help, nodes}) => `${id} (${impact}) ${nodes.length} x ${help}: `
      + `${nodes[0].html.slice(0, 160)} ${nodes[0].any.map(check => check.message).join('; ')}`);
  },
};

// The policy's own event, because the console words a violation differently from one browser version to the next.
document.addEventListener('securitypolicyviolation', ({violatedDirective, blockedURI, lineNumber, sample}) =>
  probes.violations.push(`${violatedDirective} blocked ${blockedURI} at line ${lineNumber} ${sample}`));
