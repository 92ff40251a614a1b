/* The script of qd-fmt -t html: the page reads without it; with it, kinds of
 * marks can be turned off, tables sorted, names followed from place to place.
 * It never makes markup of text: elements and text nodes alone. */
"use strict";
(() => {
	const root = document.documentElement;
	const body = document.body;
	const get = (id) => document.getElementById(id);
	const all = (sel, from = document) => [...from.querySelectorAll(sel)];

	/* An element with attributes and children; strings become text. */
	const make = (name, attrs, ...children) => {
		const el = document.createElement(name);
		for (const [k, v] of Object.entries(attrs))
			el.setAttribute(k, v);
		el.append(...children);
		return el;
	};
	/* Words of the page, in both languages. */
	const words = (zh, en) => {
		const both = document.createDocumentFragment();
		both.append(make("span", { class: "zh" }, zh),
		    make("span", { class: "en", lang: "en" }, en));
		return both;
	};
	const button = (attrs, ...children) =>
		make("button", { type: "button", ...attrs }, ...children);

	/* What was chosen is remembered where the browser lets us. */
	const recall = (key) => {
		try {
			return localStorage.getItem("qd." + key);
		} catch {
			return null;
		}
	};
	const remember = (key, value) => {
		try {
			localStorage.setItem("qd." + key, value);
		} catch {
			/* a file of its own may have no store */
		}
	};

	/* ---- language and light ---- */

	const setLanguage = (ui) => {
		root.dataset.ui = ui;
		for (const el of all("option[data-zh]"))
			el.textContent = el.dataset[ui];
	};
	const dark = () => root.dataset.theme
		? root.dataset.theme === "dark"
		: matchMedia("(prefers-color-scheme: dark)").matches;

	get("lang").addEventListener("click", () => {
		setLanguage(root.dataset.ui === "en" ? "zh" : "en");
		remember("ui", root.dataset.ui);
	});
	get("theme").addEventListener("click", () => {
		root.dataset.theme = dark() ? "light" : "dark";
		remember("theme", root.dataset.theme);
	});

	/* ---- the legend: kinds of marks on and off ---- */

	const legend = get("legend");
	const kinds = all("button[data-t]", legend);
	const key = get("key");

	const show = (b, on) => {
		b.setAttribute("aria-pressed", on);
		body.classList.toggle("off-" + kinds.indexOf(b), !on);
	};
	kinds.forEach((b, i) => {
		const mark = `mark[data-t="${CSS.escape(b.dataset.t)}"]`;
		document.styleSheets[0].insertRule(`.off-${i} ${mark} {` +
		    "background: none; box-shadow: none; cursor: inherit;" +
		    "padding: 0 }", document.styleSheets[0].cssRules.length);
		b.addEventListener("click", () =>
			show(b, b.getAttribute("aria-pressed") === "false"));
	});
	get("all").addEventListener("click", () =>
		kinds.forEach((b) => show(b, true)));
	get("none").addEventListener("click", () =>
		kinds.forEach((b) => show(b, false)));
	key.addEventListener("click", () => {
		const open = legend.classList.toggle("open");
		key.setAttribute("aria-expanded", open);
	});
	const isOff = (mark) => kinds.some((b, i) =>
		b.dataset.t === mark.dataset.t &&
		body.classList.contains("off-" + i));
	/* What a kind is called: a copy of the words in the legend. */
	const kindWords = (tag) => {
		const b = kinds.find((k) => k.dataset.t === tag);
		const words = document.createDocumentFragment();
		if (b)
			words.append(...all("span", b).map((s) =>
				s.cloneNode(true)));
		if (!b || !words.childNodes.length)
			words.append(tag);
		return words;
	};

	/* ---- marks: all of a name, or of a kind of quantity ---- */

	let groups = null;
	const groupKey = (el) => el.dataset.e === undefined
		? "t" + el.dataset.t : "e" + el.dataset.e;
	const groupOf = (k) => {
		if (!groups) {
			groups = new Map();
			for (const mark of all("mark[id]")) {
				const g = groups.get(groupKey(mark));
				if (g)
					g.push(mark);
				else
					groups.set(groupKey(mark), [mark]);
			}
		}
		return groups.get(k) || [];
	};
	const articleOf = (el) => {
		const a = el.closest("article");
		const title = a && a.querySelector("h3");
		return title ? title.textContent : "";
	};
	/* The words before and behind a mark in its block. */
	const contextOf = (mark) => {
		const block = mark.closest("[id^=b]") || mark.parentNode;
		const range = document.createRange();
		range.setStart(block, 0);
		range.setEndBefore(mark);
		const before = range.toString().slice(-14);
		range.setStartAfter(mark);
		range.setEndAfter(block.lastChild);
		return [before, range.toString().slice(0, 18)];
	};

	/* ---- the card: what the chosen mark is ---- */

	const card = get("card");
	let chosen = null;

	/* Attributes as on the wire: pairs joined by ;, values by |. */
	const readAttrs = (wire) => {
		const parts = wire.match(/(?:\\[^]|[^;\\])+/g) || [];
		return parts.map((part) => {
			const eq = part.indexOf("=");
			return [part.slice(0, eq), part.slice(eq + 1)
				.replace(/\|/g, " · ")
				.replace(/\\([^])/g, (_, c) =>
					({ t: "\t", n: "\n", r: "\r" })[c] || c)];
		});
	};
	const close = () => {
		if (chosen)
			chosen.classList.remove("now");
		chosen = null;
		card.hidden = true;
	};
	const step = (by) => {
		const g = groupOf(groupKey(chosen));
		const i = (g.indexOf(chosen) + by + g.length) % g.length;
		location.hash = g[i].id;
	};
	const valueOf = (mark) => {
		if (mark.dataset.e === undefined)
			return mark.dataset.v;
		const li = document.querySelector(
		    `.names > li[data-e="${mark.dataset.e}"] > a`);
		return li ? li.textContent : "";
	};
	const fillCard = (mark) => {
		const g = groupOf(groupKey(mark));
		const value = valueOf(mark);
		const dl = make("dl", {});
		for (const [k, v] of readAttrs(mark.dataset.x || ""))
			dl.append(make("div", {}, make("dt", {}, k + " "),
			    make("dd", {}, v)));
		const back = button({ id: "back" }, "‹");
		const on = button({ id: "on" }, "›");
		const shut = button({ id: "shut" }, "×");
		back.append(make("span", { class: "aside" },
		    words("上一处", "previous")));
		on.append(make("span", { class: "aside" },
		    words("下一处", "next")));
		shut.append(make("span", { class: "aside" },
		    words("关闭", "close")));
		back.addEventListener("click", () => step(-1));
		on.addEventListener("click", () => step(1));
		shut.addEventListener("click", () => {
			const was = chosen;
			close();
			if (was)
				was.focus();
		});
		card.dataset.t = mark.dataset.t;
		card.replaceChildren(make("span", { class: "as" },
		    kindWords(mark.dataset.t)),
		    make("strong", {}, mark.textContent),
		    value && value !== mark.textContent
			? make("span", { class: "as" }, "= " + value) : "",
		    make("nav", {}, back,
			`${g.indexOf(mark) + 1} / ${g.length}`, on, shut),
		    dl);
		card.hidden = false;
	};
	const choose = (mark) => {
		close();
		chosen = mark;
		mark.classList.add("now");
		fillCard(mark);
	};

	/* ---- views: which part of the page is shown ---- */

	const links = all("#bar nav a");
	const kept = {};
	const viewOf = (el) => {
		const view = el.closest("#text, #index, #quant, #time, #charts");
		return view ? view.id : "text";
	};
	const setView = (view) => {
		if (body.dataset.view === view)
			return;
		kept[body.dataset.view] = scrollY;
		body.dataset.view = view;
		for (const a of links)
			if (a.dataset.go === view)
				a.setAttribute("aria-current", "true");
			else
				a.removeAttribute("aria-current");
	};
	const goTo = (el) => {
		el.scrollIntoView({ block: el.matches("mark") ? "center" : "start" });
	};
	const route = () => {
		const el = get(location.hash.slice(1));
		if (!el)
			return;
		const was = body.dataset.view;
		setView(viewOf(el));
		if (links.some((a) => a.dataset.go === el.id)) {
			close();
			if (was !== body.dataset.view)
				scrollTo(0, kept[el.id] || 0);
			el.focus({ preventScroll: true });
			return;
		}
		goTo(el);
		/* Once more when what it skipped over has its true height. */
		requestAnimationFrame(() => goTo(el));
		if (el.matches("mark")) {
			choose(el);
			el.tabIndex = -1;
			el.focus({ preventScroll: true });
		} else {
			close();
		}
	};
	addEventListener("hashchange", route);
	document.addEventListener("click", (ev) => {
		const a = ev.target.closest("a[href^='#']");
		if (a && a.getAttribute("href") === location.hash) {
			ev.preventDefault();
			route();
			return;
		}
		let mark = ev.target.closest("main mark");
		if (mark && mark.dataset.m)
			mark = get(mark.dataset.m);
		if (mark && !isOff(mark) && !a)
			choose(mark);
	});
	document.addEventListener("keydown", (ev) => {
		if (!chosen || ev.ctrlKey || ev.altKey || ev.metaKey ||
		    ev.target.matches("input, select"))
			return;
		if (ev.key === "Escape")
			get("shut").click();
		else if (ev.key === "n")
			step(1);
		else if (ev.key === "p")
			step(-1);
	});

	/* ---- the index ---- */

	const panels = all(".panel");
	const tabs = document.querySelector(".tabs");
	const find = get("find");
	/* People, organisations and places have tabs; the rest share one. */
	const ownTab = (p) => p.id === "p-contents" ||
		["PER", "ORG", "LOC"].includes(p.dataset.t);
	const shown = () => panels.filter((p) => !p.hidden);

	const filter = () => {
		const want = find.value.trim().toLowerCase();
		for (const p of shown()) {
			p.classList.toggle("whole", want !== "" ||
			    p.dataset.whole !== undefined);
			for (const li of all(":scope > ol > li", p))
				li.hidden = !li.textContent.toLowerCase()
					.includes(want);
		}
	};
	const openTab = (b, of) => {
		for (const t of tabs.children)
			t.setAttribute("aria-pressed", t === b);
		for (const p of panels)
			p.hidden = !of.includes(p);
		filter();
	};
	const addTab = (of, ...label) => {
		const b = button({ "aria-pressed": "false" }, ...label);
		b.addEventListener("click", () => openTab(b, of));
		tabs.append(b);
		if (of.length === 1)
			of[0].classList.add("one");
		return b;
	};
	for (const p of panels) {
		const items = p.querySelector("ol").children.length;
		if (items > 60) {
			const b = button({ class: "more" },
			    words(`全部 ${items} 项`, `all ${items}`));
			b.addEventListener("click", () => {
				p.dataset.whole = "";
				p.classList.add("whole");
				b.remove();
			});
			p.append(b);
		}
		if (ownTab(p))
			addTab([p], ...all("h2 > span", p).map((s) =>
				s.cloneNode(true)));
	}
	const others = panels.filter((p) => !ownTab(p));
	if (others.length)
		addTab(others, words("其他", "Others"));
	openTab(tabs.firstChild, [panels[0]]);
	find.addEventListener("input", filter);

	/* The number beside a name opens the list of its places. */
	const places = (li) => {
		const ol = make("ol", { class: "places" });
		let last = null;
		for (const mark of groupOf("e" + li.dataset.e)) {
			const article = articleOf(mark);
			const [before, after] = contextOf(mark);
			const a = make("a", { href: "#" + mark.id }, "…" + before,
			    make("b", {}, mark.textContent), after + "…");
			const item = make("li", {});
			if (article !== last)
				item.append(make("div", { class: "as" }, article));
			last = article;
			item.append(a);
			ol.append(item);
		}
		return ol;
	};
	get("index").addEventListener("click", (ev) => {
		const b = ev.target.closest(".n");
		if (!b)
			return;
		const li = b.parentNode;
		const open = li.querySelector(".places");
		b.setAttribute("aria-expanded", !open);
		if (open)
			open.remove();
		else
			li.append(places(li));
	});

	/* ---- tables ---- */

	const collator = new Intl.Collator("zh-Hans", { numeric: true });
	/* Plain decimals, compared digit by digit: no float between. */
	const readNumber = (s) => {
		const m = /^(-?)0*([0-9]*)(?:\.([0-9]+))?(?:\.\.|$)/.exec(s);
		return m && s !== "" && { minus: m[1] === "-", whole: m[2],
			part: (m[3] || "").replace(/0+$/, "") };
	};
	const compareNumbers = (a, b) => {
		if (a.minus !== b.minus)
			return a.minus ? -1 : 1;
		const c = a.whole.length - b.whole.length ||
			(a.whole > b.whole) - (a.whole < b.whole) ||
			(a.part > b.part) - (a.part < b.part);
		return a.minus ? -c : c;
	};
	const cellText = (row, i) => {
		const cell = row.cells[i];
		return cell.dataset.v === undefined
			? cell.textContent.replace(/,/g, "") : cell.dataset.v;
	};
	/* Rows in the order of column i; what is no number, or empty, last. */
	const sorted = (rows, i, number, down) => {
		const keys = rows.map((row) => {
			const s = number ? cellText(row, i)
				: row.cells[i].textContent.trim();
			return { row, s, n: number ? readNumber(s) : s !== "" };
		});
		keys.sort((a, b) => {
			if (!a.n || !b.n)
				return !a.n - !b.n;
			const c = number ? compareNumbers(a.n, b.n)
				: collator.compare(a.s, b.s);
			return down ? -c : c;
		});
		return keys.map((k) => k.row);
	};
	/* Makes the heads of a table buttons; the rows may be kept elsewhere than
	 * in it: put gets them in their new order. */
	const sortable = (table, rows, put) => {
		const heads = all("th", table);
		heads.forEach((th, i) => {
			const b = button({}, ...th.childNodes);
			const number = th.dataset.by === "num";
			th.append(b);
			b.addEventListener("click", () => {
				const was = th.getAttribute("aria-sort");
				const down = was ? was === "ascending" : number;
				for (const h of heads)
					h.removeAttribute("aria-sort");
				th.setAttribute("aria-sort",
				    down ? "descending" : "ascending");
				rows = sorted(rows, i, number, down);
				put(rows);
			});
		});
	};
	const fill = (tbody, rows) => {
		const some = document.createDocumentFragment();
		for (const row of rows)
			some.append(row);
		tbody.replaceChildren(some);
	};

	const table = get("quantities");
	const tools = document.querySelector("#quant .tools");
	const sift = make("input", { type: "search", id: "sift" });
	const kind = make("select", { id: "kind" });
	const more = button({ class: "more" });
	const FIRST = 200;

	/* Rows that are not shown are kept out of the page: what it holds, it
	 * has to lay out. */
	let rows = [...table.tBodies[0].rows];
	let whole = false;
	const update = () => {
		const want = sift.value.trim().toLowerCase();
		const on = rows.filter((row) =>
			(!kind.value || row.dataset.t === kind.value) &&
			(!want || row.textContent.toLowerCase().includes(want)));
		fill(table.tBodies[0], whole ? on : on.slice(0, FIRST));
		more.hidden = whole || on.length <= FIRST;
		more.replaceChildren(words(`全部 ${on.length} 行`,
		    `all ${on.length} rows`));
	};
	const addOption = (value, zh, en) => kind.append(make("option",
	    { value, "data-zh": zh, "data-en": en }));
	addOption("", "全部种类", "all kinds");
	const inTable = new Set(rows.map((row) => row.dataset.t));
	for (const b of kinds)
		if (inTable.has(b.dataset.t)) {
			const zh = b.querySelector(".zh");
			const en = b.querySelector(".en");
			addOption(b.dataset.t, zh ? zh.textContent : b.dataset.t,
			    en ? en.textContent : b.dataset.t);
		}
	more.addEventListener("click", () => {
		whole = true;
		update();
	});
	tools.append(make("label", {}, words("种类 ", "Kind "), kind),
	    make("label", {}, words("查找 ", "Find "), sift));
	table.after(more);
	sift.addEventListener("input", update);
	kind.addEventListener("change", update);
	sortable(table, rows, (now) => {
		rows = now;
		update();
	});
	for (const t of all("#charts table"))
		sortable(t, [...t.tBodies[0].rows], (now) =>
			fill(t.tBodies[0], now));

	/* ---- repeats: the first instance tells of those that follow ---- */

	const again = new Map();
	for (const a of all("a.dup[href]")) {
		const id = a.getAttribute("href").slice(1);
		if (!again.has(id))
			again.set(id, []);
		again.get(id).push(a.parentNode.id);
	}
	for (const [id, ids] of again) {
		const note = make("span", { class: "seen" },
		    words("重复见 ", "repeated at "));
		ids.forEach((to, i) => note.append(i ? " " : "",
		    make("a", { href: "#" + to }, String(i + 1))));
		const block = get(id);
		if (block)
			block.append(note);
	}

	/* ---- begin ---- */

	setLanguage(recall("ui") ||
	    (/^zh/i.test(navigator.language) ? "zh" : "en"));
	if (recall("theme"))
		root.dataset.theme = recall("theme");
	links[0].setAttribute("aria-current", "true");
	update();
	route();
})();
