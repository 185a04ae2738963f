extension SiteScript {
    /// The data of the search, which the files in the folder 'search' hand over, and the search in
    /// it.
    static let search = #"""
        // Pages of several modules are in folders of their own.
        const crdRoot = new URL(".", document.currentScript.src).href;

        const crdSite = {
          files: new Map(),
          kindList: [],
          nameList: [],
          attributes: new Map(),
          // Loads a file once. A file that is missing has no data.
          load(file) {
            if (!this.files.has(file)) {
              this.files.set(file, new Promise(done => {
                const script = document.createElement("script");
                script.src = crdRoot + "search/" + encodeURI(file) + ".js";
                script.onload = script.onerror = done;
                document.head.append(script);
              }));
            }
            return this.files.get(file);
          },
          kinds(list) {
            this.kindList = list.map(([page, kind, group, version, names]) => {
              const module = page.slice(0, page.indexOf("/") + 1);
              const place = (group ? group + "/" : "") + version;
              return {
                page, kind, key: module + group + "/" + kind,
                address: crdRoot + encodeURI(page) + ".html",
                place: module ? place + " in " + module.slice(0, -1) : place,
                names: [kind, ...names.split(" ")].map(crdFold),
                text: crdFold([kind, group, version, names, module].join(" ")),
              };
            });
          },
          names(list) {
            for (let index = 0; index < list.length; index += 2) {
              const name = crdFold(list[index]);
              this.nameList.push({ name, pages: list[index + 1] });
            }
          },
          page(name, lines) {
            const parents = [];
            this.attributes.set(name, lines.map(line => {
              const space = line.indexOf(" ");
              const depth = Number(line.slice(0, space));
              const [key, swift = key] = line.slice(space + 1).split("\t");
              const outer = depth ? parents[depth - 1] : null;
              const attribute = {
                key, folded: crdFold(key), swift: crdFold(swift),
                path: outer ? outer.path + "." + key : key,
                id: outer ? outer.id + "." + swift : swift,
              };
              parents[depth] = attribute;
              return attribute;
            }));
          },
        };

        // How well a text matches a word: 0 is equal, 1 begins with it, 2 contains it.
        const crdRank = (text, word) =>
          text === word ? 0 : text.startsWith(word) ? 1 : text.includes(word) ? 2 : Infinity;

        class CRDQuery {
          // The greatest numbers of results, and of pages whose attributes are loaded.
          static results = 60;
          static pages = 30;

          constructor(text) {
            this.words = text.split(/[\s.\/\[\]]+/).map(crdFold).filter(word => word);
            this.last = this.words.at(-1) ?? "";
            this.outer = this.words.slice(0, -1);
          }

          // The newest version of each kind that matches all words.
          kinds() {
            const seen = new Set();
            return crdSite.kindList
              .filter(kind => this.words.every(word => kind.text.includes(word)))
              .map(kind => {
                const ranks = this.words.flatMap(word =>
                  kind.names.map(name => crdRank(name, word)));
                return { kind, rank: Math.min(...ranks, 3) };
              })
              .sort((left, right) => left.rank - right.rank)
              .filter(({ kind }) => !seen.has(kind.key) && seen.add(kind.key));
          }

          // The pages with an attribute that matches the last word, the best first: the page that
          // is open, and then by the rank of the name. A kind is there once.
          pages(current) {
            const ranks = new Map();
            for (const { name, pages } of crdSite.nameList) {
              const rank = crdRank(name, this.last);
              if (rank === Infinity) continue;
              let index = 0;
              for (const step of pages.split(" ")) {
                index += parseInt(step, 36);
                if (!(ranks.get(index) <= rank)) ranks.set(index, rank);
              }
            }
            const found = [...ranks].map(([index, rank]) => {
              const kind = crdSite.kindList[index];
              const missing = this.outer.filter(word => !kind.text.includes(word)).length;
              return { kind, index, rank: kind.page === current ? -1 : rank + 3 * missing };
            });
            found.sort((left, right) => left.rank - right.rank || left.index - right.index);
            const seen = new Set();
            return found.map(({ kind }) => kind)
              .filter(kind => !seen.has(kind.key) && seen.add(kind.key));
          }

          // The attributes of a page that match, the best first.
          attributes(kind) {
            const lines = crdSite.attributes.get(kind.page) ?? [];
            const found = [];
            for (const attribute of lines) {
              const { folded, swift } = attribute;
              const rank = Math.min(crdRank(folded, this.last), crdRank(swift, this.last));
              if (rank === Infinity) continue;
              const path = crdFold(attribute.path);
              const isIn = word => path.includes(word) || kind.text.includes(word);
              if (this.outer.every(isIn)) found.push({ kind, attribute, rank });
            }
            return found.sort((left, right) => left.rank - right.rank);
          }
        }

        """#

    /// The field of the search and its list of results.
    static let results = #"""
        const crdResults = {
          start() {
            this.input = document.getElementById("page-search");
            this.panel = document.getElementById("page-panel");
            this.list = document.getElementById("page-results");
            this.count = document.getElementById("page-count");
            this.input.addEventListener("focus", () => this.update());
            this.input.addEventListener("input", () => this.update());
            this.input.addEventListener("keydown", event => this.press(event));
            document.addEventListener("keydown", event => {
              const isTyping = event.target.matches?.("input, textarea, select");
              if (event.key !== "/" || isTyping || event.ctrlKey || event.metaKey) return;
              event.preventDefault();
              this.input.focus();
              this.input.select();
            });
            document.addEventListener("click", event => {
              if (!event.target.closest(".search")) this.close();
            });
            this.list.addEventListener("click", () => this.close());
          },
          close() {
            this.panel.hidden = true;
            this.input.setAttribute("aria-expanded", "false");
            this.select(null);
          },
          // Shows the results. What was typed meanwhile replaces what is not shown yet.
          async update() {
            const text = this.input.value.trim();
            this.wanted = text;
            if (!text) return this.close();
            await Promise.all([crdSite.load("kinds"), crdSite.load("names")]);
            if (this.wanted !== text) return;
            const query = new CRDQuery(text);
            const kinds = query.kinds();
            const pages = query.pages(document.body.dataset.page);
            const loaded = pages.slice(0, CRDQuery.pages);
            await Promise.all(loaded.map(kind => crdSite.load(kind.page)));
            if (this.wanted !== text) return;
            const found = loaded.map(kind => query.attributes(kind));
            this.show(kinds, found, pages.length - loaded.length);
          },
          show(kinds, found, unloaded) {
            const rows = kinds.slice(0, 8).map(({ kind }) =>
              [kind.address, kind.kind, kind.place]);
            // The best attribute of each page first, so that one page doesn't hide the others.
            for (let place = 0; rows.length < CRDQuery.results; place++) {
              const next = found.filter(list => place < list.length).map(list => list[place]);
              if (!next.length) break;
              for (const { kind, attribute } of next.sort((a, b) => a.rank - b.rank)) {
                rows.push([
                  kind.address + "#" + encodeURIComponent(attribute.id),
                  attribute.path, kind.kind + " in " + kind.place,
                ]);
              }
            }
            const all = kinds.length + found.reduce((sum, list) => sum + list.length, 0);
            const shown = rows.slice(0, CRDQuery.results);
            this.list.replaceChildren(...shown.map((row, index) => this.row(row, index)));
            const hidden = all - shown.length;
            this.count.textContent = !all && !unloaded ? "No results"
              : all + (all === 1 ? " result" : " results")
                + (hidden > 0 ? ", " + shown.length + " shown" : "")
                + (unloaded ? ", and others in " + unloaded + " more kinds; type more words" : "");
            this.panel.hidden = false;
            this.input.setAttribute("aria-expanded", "true");
            this.select(this.list.firstElementChild);
          },
          row([address, title, place], index) {
            const item = document.createElement("li");
            const link = document.createElement("a");
            const detail = document.createElement("span");
            item.id = "page-result-" + index;
            item.setAttribute("role", "option");
            link.href = address;
            link.tabIndex = -1;
            link.textContent = title;
            detail.textContent = place;
            link.append(detail);
            item.append(link);
            return item;
          },
          select(item) {
            this.selected?.removeAttribute("aria-selected");
            this.selected = item;
            if (!item) return this.input.removeAttribute("aria-activedescendant");
            item.setAttribute("aria-selected", "true");
            this.input.setAttribute("aria-activedescendant", item.id);
            item.scrollIntoView({ block: "nearest" });
          },
          press(event) {
            if (event.key === "Escape") {
              // The browser would remove the text.
              event.preventDefault();
              if (this.panel.hidden) this.input.blur();
              this.close();
            } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
              event.preventDefault();
              const isDown = event.key === "ArrowDown";
              const next = isDown ? this.selected?.nextElementSibling
                : this.selected?.previousElementSibling;
              if (next) this.select(next);
            } else if (event.key === "Enter") {
              event.preventDefault();
              const link = this.selected?.querySelector("a");
              if (link) {
                link.click();
                this.input.blur();
              }
            }
          },
        };

        """#
}
